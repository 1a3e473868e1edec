import { useQuery } from '@tanstack/react-query';
import type { DisplayRow } from '@vointi/shared/display/contract.ts';
import { displayThemes } from '@vointi/shared/display/kind.ts';
import { useRef } from 'react';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { languages } from '../../../lib/language.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/form/checkbox.tsx';
import { Columns2 } from '../../../ui/form/columns.tsx';
import { differencesOf } from '../../../ui/form/differences.ts';
import type { Theirs } from '../../../ui/form/form-context.ts';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { Select } from '../../../ui/form/select.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useFields } from '../../../ui/form/use-fields.ts';
import { useRules } from '../../../ui/form/use-rules.ts';
import { municipalitiesQuery } from '../../../domain/municipality/queries.ts';
import { formOf, isSeconds, leastSeconds, maxSeconds, settingsOf, type RoomFields } from './fields.ts';
import { Preview } from './preview.tsx';
import { updateDisplay } from './queries.ts';
import { SceneOrder } from './scene-order.tsx';

type Props = { slug: string; row: DisplayRow; onDone: (row: DisplayRow) => void; onClose: () => void };

/** What a room's screen shows and how, with the screen itself beside it as it will be. */
export function SettingsDialog({ slug, row, onDone, onClose }: Props) {
  const t = useTranslations('displayManage');
  const words = useTranslations('form');
  const rules = useRules();
  const start = useRef(row);
  const form = useFields<RoomFields>(formOf(row));
  const { register, control } = form;
  const { data } = useQuery(municipalitiesQuery);
  const plans = data?.municipalities.find((one) => one.slug === slug)?.plans ?? [];
  const fields = useWatch({ control }) as RoomFields;
  const years = [...new Set([...plans.map(({ year }) => String(year)), fields.year])].filter(Boolean);
  const save = async (values: RoomFields) => {
    const { id, version } = start.current;
    onDone(await updateDisplay(slug, id, { version, room: values.room.trim(), ...settingsOf(values) }));
  };
  return (
    <FormDialog title={t('settings.title', { room: row.room })} form={form} onClose={onClose}>
      {(close) => (
        <Form
          form={form}
          onSend={save}
          onConflict={(current) => {
            const base = start.current;
            start.current = current as DisplayRow;
            return differences(form, base, start.current);
          }}
          actions={<Button onClick={close}>{words('cancel')}</Button>}
        >
          <Preview slug={slug} fields={fields} newest={plans[0]?.year ?? null} />
          <TextField label={t('pair.room')} autoComplete="off" {...register('room', rules.text(60))} />
          <SceneOrder form={form} />
          <Columns2>
            <TextField
              label={t('settings.seconds')}
              hint={t('settings.secondsHint', { least: leastSeconds, most: maxSeconds })}
              isShort
              inputMode="numeric"
              {...register('seconds', {
                validate: (text) =>
                  isSeconds(text) || t('settings.secondsHint', { least: leastSeconds, most: maxSeconds }),
              })}
            />
            <Select
              label={t('settings.theme')}
              options={displayThemes.map((value) => ({ value, label: t(`theme.${value}`) }))}
              {...register('theme')}
            />
          </Columns2>
          <Columns2>
            <Select
              label={t('settings.language')}
              options={languages.map((value) => ({ value, label: t(`language.${value}`), lang: value }))}
              {...register('language')}
            />
            <Select
              label={t('settings.year')}
              options={[
                { value: '', label: t('settings.newest') },
                ...years.map((year) => ({ value: year, label: year })),
              ]}
              {...register('year')}
            />
          </Columns2>
          <Checkbox label={t('settings.night')} note={t('settings.nightNote')} {...register('hasNight')} />
          {fields.hasNight && (
            <Columns2>
              <TextField
                label={t('settings.nightFrom')}
                type="time"
                isShort
                {...register('nightFrom', rules.text(5))}
              />
              <TextField label={t('settings.nightTo')} type="time" isShort {...register('nightTo', rules.text(5))} />
            </Columns2>
          )}
        </Form>
      )}
    </FormDialog>
  );
}

function differences(form: UseFormReturn<RoomFields>, base: DisplayRow, row: DisplayRow): Record<string, Theirs> {
  const saved = formOf(row);
  const { theirs, compare } = differencesOf(form, formOf(base), saved);
  for (const name of ['room', 'seconds', 'theme', 'language', 'year', 'nightFrom', 'nightTo'] as const)
    compare(name, saved[name]);
  compare('hasNight', saved.hasNight ? '✓' : '–');
  compare('scenes', saved.scenes.join(', '));
  return theirs;
}
