import { useQuery } from '@tanstack/react-query';
import type { IndicatorHead } from '@vointi/shared/indicator/contract.ts';
import { directions, indicatorKinds } from '@vointi/shared/indicator/kind.ts';
import type { Language } from '@vointi/shared/text/text.ts';
import { useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../../lib/text.tsx';
import { Details } from '../../../ui/details.tsx';
import { Checkbox } from '../../../ui/form/checkbox.tsx';
import { Columns2 } from '../../../ui/form/columns.tsx';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import { original } from '../../../ui/form/form-texts.ts';
import { useLanguageLabels } from '../../../ui/form/use-language-labels.ts';
import { LocalizedField } from '../../../ui/form/localized-field.tsx';
import { Select } from '../../../ui/form/select.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useDefinedForm } from '../../../ui/form/use-defined-form.ts';
import { indicatorForm } from './fields.ts';
import { setsQuery } from './queries.ts';
import { create, update } from './writes.ts';

type Props = {
  slug: string;
  /** Null: creates an indicator. */
  indicator: IndicatorHead | null;
  onDone: (indicator: IndicatorHead) => void;
  onClose: () => void;
};

/** Texts whose translations are grouped at the end of the form. */
const translated = ['name', 'unit', 'definition', 'source'] as const;

export function IndicatorDialog({ slug, indicator, onDone, onClose }: Props) {
  const t = useTranslations('indicatorManage');
  const formText = useTranslations('form');
  const direction = useTranslations('indicator.direction');
  const localize = useLocalizedText();
  const { data } = useQuery(setsQuery(slug));
  const { form, sending, input, texts } = useDefinedForm(indicatorForm, {
    row: indicator,
    create: (body) => create(slug, body),
    update: ({ id }, body) => update(slug, id, body),
    onDone,
  });
  const { clauseIn, labelIn } = useLanguageLabels();
  const kind = useWatch({ control: form.control, name: 'kind' });
  const labelOf = (name: (typeof translated)[number]) => (language: Language) =>
    language === original
      ? t(`field.${name}`)
      : (name === 'definition' ? clauseIn : labelIn)(t(`field.${name}`))(language);
  return (
    <FormDialog
      title={indicator ? t('editOf', { name: localize(indicator.name) }) : t('add')}
      {...sending}
      submit={indicator ? formText('save') : t('addConfirm')}
      onClose={onClose}
    >
      <LocalizedField part="original" label={labelOf('name')} autoComplete="off" {...texts('name')} />
      <Columns2>
        <Select
          label={t('field.kind')}
          options={indicatorKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          {...input('kind')}
        />
        <Select
          label={t('field.direction')}
          options={directions.map((value) => ({
            value,
            label: value === 'neutral' ? t('neutral') : direction(value),
          }))}
          {...input('direction')}
        />
      </Columns2>
      {kind === 'number' && (
        <Columns2>
          <LocalizedField part="original" label={labelOf('unit')} hint={t('field.unitHint')} {...texts('unit')} />
          <Select
            label={t('field.decimals')}
            options={['0', '1', '2', '3', '4', '5', '6'].map((value) => ({ value, label: value }))}
            {...input('decimals')}
          />
        </Columns2>
      )}
      {kind === 'number' && (
        <Checkbox
          label={t('field.countsPeople')}
          note={t('field.countsPeopleNote')}
          {...form.register('countsPeople')}
        />
      )}
      <LocalizedField part="original" label={labelOf('definition')} rows={2} {...texts('definition')} />
      <LocalizedField part="original" label={labelOf('source')} hint={t('field.sourceHint')} {...texts('source')} />
      <Columns2>
        <TextField label={t('field.sourceUrl')} type="url" {...input('sourceUrl')} />
        <TextField label={t('field.licence')} hint={t('field.licenceHint')} {...input('licence')} />
      </Columns2>
      <Details summary={t('field.more')}>
        <TextField label={t('field.sourceId')} hint={t('field.sourceIdHint')} {...input('sourceId')} />
        <LocalizedField part="original" label={() => t('field.regionName')} {...texts('regionName')} />
        {data && data.sets.length > 0 && (
          <Select
            label={t('field.set')}
            options={[
              { value: '', label: t('noSet') },
              ...data.sets.map(({ slug: value, name }) => ({ value, label: localize(name) })),
            ]}
            {...form.register('set')}
          />
        )}
      </Details>
      <Details summary={t('field.languages')}>
        {translated
          .filter((name) => name !== 'unit' || kind === 'number')
          .map((name) => (
            <LocalizedField key={name} part="translations" label={labelOf(name)} {...texts(name)} />
          ))}
      </Details>
    </FormDialog>
  );
}
