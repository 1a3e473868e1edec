import { useQuery } from '@tanstack/react-query';
import type { IndicatorHead } from '@vointi/shared/indicator/contract.ts';
import { directions, indicatorKinds } from '@vointi/shared/indicator/kind.ts';
import { useRef } from 'react';
import { get, useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { useText } from '../../../lib/text.tsx';
import { Button } from '../../../ui/button.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { Checkbox } from '../../../ui/form/checkbox.tsx';
import { Columns2 } from '../../../ui/form/columns.tsx';
import { differencesOf } from '../../../ui/form/differences.ts';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { Select } from '../../../ui/form/select.tsx';
import { TextArea } from '../../../ui/form/text-area.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useFields } from '../../../ui/form/use-fields.ts';
import { useRules } from '../../../ui/form/use-rules.ts';
import { changesOf } from '../../../ui/form/changes-of.ts';
import { bodyOf, formOf, type IndicatorForm } from './fields.ts';
import { setsQuery } from './queries.ts';
import { create, update } from './writes.ts';

type Props = {
  slug: string;
  /** Null: a new one. */
  indicator: IndicatorHead | null;
  onDone: (indicator: IndicatorHead) => void;
  onClose: () => void;
};

const optional = { isOptional: true };
const compared = [
  'name.fi',
  'name.sv',
  'name.en',
  'unit.fi',
  'unit.sv',
  'unit.en',
  'decimals',
  'definition.fi',
  'definition.sv',
  'definition.en',
  'source.fi',
  'source.sv',
  'source.en',
  'sourceUrl',
  'sourceId',
  'licence',
  'regionName.fi',
] as const;

export function IndicatorDialog({ slug, indicator, onDone, onClose }: Props) {
  const t = useTranslations('indicatorManage');
  const words = useTranslations('form');
  const direction = useTranslations('indicator.direction');
  const say = useText();
  const rules = useRules();
  const start = useRef(indicator);
  const form = useFields<IndicatorForm>(formOf(indicator));
  const { register, control } = form;
  const kind = useWatch({ control, name: 'kind' });
  const { data } = useQuery(setsQuery(slug));

  const save = async (values: IndicatorForm) => {
    const body = bodyOf(values);
    const before = start.current;
    if (!before) return onDone(await create(slug, body));
    const changed = changesOf(bodyOf(formOf(before)), body);
    return onDone(await update(slug, before.id, { version: before.version, ...changed }));
  };
  const differences = (current: unknown) => {
    const now = current as IndicatorHead;
    const base = formOf(start.current);
    const saved = formOf(now);
    start.current = now;
    const { theirs, compare } = differencesOf(form, base, saved);
    for (const name of compared) compare(name, get(saved, name) as string);
    return theirs;
  };
  const languages = (name: 'name' | 'unit' | 'definition' | 'source', max: number) => (
    <Columns2>
      <TextField label={t(`sv.${name}`)} lang="sv" isOptional {...register(`${name}.sv`, rules.text(max, optional))} />
      <TextField label={t(`en.${name}`)} lang="en" isOptional {...register(`${name}.en`, rules.text(max, optional))} />
    </Columns2>
  );
  return (
    <FormDialog title={indicator ? t('editOf', { name: say(indicator.name) }) : t('add')} form={form} onClose={onClose}>
      {(close) => (
        <Form
          form={form}
          onSend={save}
          onConflict={differences}
          submit={indicator ? words('save') : t('addConfirm')}
          actions={<Button onClick={close}>{words('cancel')}</Button>}
        >
          <TextField label={t('field.name')} lang="fi" autoComplete="off" {...register('name.fi', rules.text(200))} />
          <Columns2>
            <Select
              label={t('field.kind')}
              options={indicatorKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
              {...register('kind')}
            />
            <Select
              label={t('field.direction')}
              options={directions.map((value) => ({
                value,
                label: value === 'neutral' ? t('neutral') : direction(value),
              }))}
              {...register('direction')}
            />
          </Columns2>
          {kind === 'number' && (
            <Columns2>
              <TextField
                label={t('field.unit')}
                hint={t('field.unitHint')}
                lang="fi"
                isOptional
                {...register('unit.fi', rules.text(40, optional))}
              />
              <Select
                label={t('field.decimals')}
                options={['0', '1', '2', '3', '4', '5', '6'].map((value) => ({ value, label: value }))}
                {...register('decimals')}
              />
            </Columns2>
          )}
          {kind === 'number' && (
            <Checkbox
              label={t('field.countsPeople')}
              note={t('field.countsPeopleNote')}
              {...register('countsPeople')}
            />
          )}
          <TextArea
            label={t('field.definition')}
            lang="fi"
            isOptional
            rows={2}
            {...register('definition.fi', rules.text(1000, optional))}
          />
          <TextField
            label={t('field.source')}
            hint={t('field.sourceHint')}
            lang="fi"
            isOptional
            {...register('source.fi', rules.text(300, optional))}
          />
          <Columns2>
            <TextField
              label={t('field.sourceUrl')}
              type="url"
              isOptional
              {...register('sourceUrl', rules.text(500, optional))}
            />
            <TextField
              label={t('field.licence')}
              hint={t('field.licenceHint')}
              isOptional
              {...register('licence', rules.text(100, optional))}
            />
          </Columns2>
          <Disclosure summary={t('field.more')}>
            <TextField
              label={t('field.sourceId')}
              hint={t('field.sourceIdHint')}
              isOptional
              {...register('sourceId', rules.text(100, optional))}
            />
            <TextField
              label={t('field.regionName')}
              lang="fi"
              isOptional
              {...register('regionName.fi', rules.text(120, optional))}
            />
            {data && data.sets.length > 0 && (
              <Select
                label={t('field.set')}
                options={[
                  { value: '', label: t('noSet') },
                  ...data.sets.map(({ slug: value, name }) => ({ value, label: say(name) })),
                ]}
                {...register('set')}
              />
            )}
          </Disclosure>
          <Disclosure summary={t('field.languages')}>
            {languages('name', 200)}
            {kind === 'number' && languages('unit', 40)}
            {languages('definition', 1000)}
            {languages('source', 300)}
          </Disclosure>
        </Form>
      )}
    </FormDialog>
  );
}
