import { languageFacts } from '@vointi/shared/text/text.ts';
import { useQuery } from '@tanstack/react-query';
import type { DisplayRow } from '@vointi/shared/display/contract.ts';
import { maxSceneSeconds, minSceneSeconds } from '@vointi/shared/display/limits.ts';
import { displayThemes } from '@vointi/shared/display/kind.ts';
import { useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { languages } from '../../../lib/language.ts';
import { Checkbox } from '../../../ui/form/checkbox.tsx';
import { Columns2 } from '../../../ui/form/columns.tsx';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import { Select } from '../../../ui/form/select.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useDefinedForm } from '../../../ui/form/use-defined-form.ts';
import { useRules } from '../../../ui/form/use-rules.ts';
import { municipalitiesQuery } from '../../../domain/municipality/queries.ts';
import { isSeconds, roomForm, type RoomFields } from './fields.ts';
import { Preview } from './preview.tsx';
import { updateDisplay } from './queries.ts';
import { SceneOrder } from './scene-order.tsx';

type Props = { slug: string; row: DisplayRow; onDone: (row: DisplayRow) => void; onClose: () => void };

/** The settings of a room's screen, with a preview. */
export function SettingsDialog({ slug, row, onDone, onClose }: Props) {
  const t = useTranslations('displayManage');
  const rules = useRules();
  const { form, sending, input } = useDefinedForm(roomForm, {
    row,
    update: ({ id }, body) => updateDisplay(slug, id, body),
    onDone,
    words: { scenes: (scenes: string[]) => scenes.join(', ') },
  });
  const { data } = useQuery(municipalitiesQuery);
  const plans = data?.municipalities.find((one) => one.slug === slug)?.plans ?? [];
  const fields = useWatch({ control: form.control }) as RoomFields;
  const years = [...new Set([...plans.map(({ year }) => String(year)), fields.year])].filter(Boolean);
  return (
    <FormDialog title={t('settings.title', { room: row.room })} {...sending} onClose={onClose}>
      <Preview slug={slug} fields={fields} newest={plans[0]?.year ?? null} />
      <TextField label={t('pair.room')} autoComplete="off" {...input('room')} />
      <SceneOrder form={form} />
      <Columns2>
        <TextField
          label={t('settings.seconds')}
          hint={t('settings.secondsHint', { least: minSceneSeconds, most: maxSceneSeconds })}
          isShort
          inputMode="numeric"
          {...input('seconds', {
            validate: (typed) =>
              isSeconds(String(typed)) || t('settings.secondsHint', { least: minSceneSeconds, most: maxSceneSeconds }),
          })}
        />
        <Select
          label={t('settings.theme')}
          options={displayThemes.map((value) => ({ value, label: t(`theme.${value}`) }))}
          {...input('theme')}
        />
      </Columns2>
      <Columns2>
        <Select
          label={t('settings.language')}
          options={languages.map((value) => ({ value, label: languageFacts[value].name, lang: value }))}
          {...input('language')}
        />
        <Select
          label={t('settings.year')}
          options={[{ value: '', label: t('settings.newest') }, ...years.map((year) => ({ value: year, label: year }))]}
          {...input('year')}
        />
      </Columns2>
      <Checkbox label={t('settings.night')} note={t('settings.nightNote')} {...form.register('night.isOn')} />
      {fields.night.isOn && (
        <Columns2>
          <TextField
            label={t('settings.nightFrom')}
            type="time"
            isShort
            {...form.register('night.from', rules.text(5))}
          />
          <TextField label={t('settings.nightTo')} type="time" isShort {...form.register('night.to', rules.text(5))} />
        </Columns2>
      )}
    </FormDialog>
  );
}
