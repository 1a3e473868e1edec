import type { ManagedRound } from '@vointi/shared/round/manage-contract.ts';
import type { Language } from '@vointi/shared/text/text.ts';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../lib/text.tsx';
import { Details } from '../../ui/details.tsx';
import { Columns2 } from '../../ui/form/columns.tsx';
import { DayField } from '../../ui/form/day-field.tsx';
import { FormDialog } from '../../ui/form/form-dialog.tsx';
import { original } from '../../ui/form/form-texts.ts';
import { useLanguageLabels } from '../../ui/form/use-language-labels.ts';
import { LocalizedField } from '../../ui/form/localized-field.tsx';
import { Select } from '../../ui/form/select.tsx';
import { useDefinedForm } from '../../ui/form/use-defined-form.ts';
import { roundForm } from './fields.ts';
import { OpeningNotice, useOpening } from './opening-notice.tsx';
import type { Suggestion } from './suggestion.ts';
import { create, update } from './writes.ts';

type Props = {
  slug: string;
  /** The round to edit, or the suggestion for a new one and the years of the plans. */
  source: { round: ManagedRound } | { suggestion: Suggestion; years: readonly number[] };
  onDone: (round: ManagedRound) => void;
  onClose: () => void;
};

export function RoundDialog({ slug, source, onDone, onClose }: Props) {
  const t = useTranslations('round');
  const words = useTranslations('form');
  const localize = useLocalizedText();
  const round = 'round' in source ? source.round : null;
  const years = 'years' in source ? source.years : [];
  const { form, sending, input, texts } = useDefinedForm(roundForm, {
    row: round,
    ...('suggestion' in source && { start: { ...source.suggestion, year: source.years[0] ?? 0 } }),
    create: ({ year, ...body }) => create(slug, year, body),
    update: ({ id }, body) => update(slug, id, body),
    onDone,
  });
  const { labelIn } = useLanguageLabels();
  const hasBegun = round !== null && round.state !== 'planned';
  const opening = useOpening(slug, form.control, hasBegun);
  const labelOf = (field: 'name' | 'period') => (language: Language) =>
    language === original
      ? t(`field.${field}`)
      : labelIn(t(field === 'period' ? 'field.periodShort' : 'field.name'))(language);
  return (
    <FormDialog
      title={round ? t('editOf', { name: localize(round.name) }) : t('add')}
      {...sending}
      submit={opening.kind === 'now' ? t('openNow') : round ? words('save') : t('addConfirm')}
      onClose={onClose}
    >
      {years.length > 1 && (
        <Select
          label={t('plan')}
          options={years.map((year) => ({ value: String(year), label: t('planOf', { year: String(year) }) }))}
          {...input('year')}
        />
      )}
      <LocalizedField part="original" label={labelOf('name')} autoComplete="off" {...texts('name')} />
      <LocalizedField
        part="original"
        label={labelOf('period')}
        hint={t('field.periodHint')}
        autoComplete="off"
        {...texts('periodAssessed')}
      />
      <Columns2>
        {!hasBegun && <DayField label={t('field.opensOn')} {...input('opensOn')} />}
        <DayField label={t('field.closesOn')} {...input('closesOn')} />
      </Columns2>
      <p>{t(hasBegun ? 'daysTextOpen' : 'daysText')}</p>
      <OpeningNotice {...opening} />
      <Details summary={t('field.languages')}>
        <Columns2>
          <LocalizedField part="translations" isStacked label={labelOf('name')} {...texts('name')} />
          <LocalizedField part="translations" isStacked label={labelOf('period')} {...texts('periodAssessed')} />
        </Columns2>
      </Details>
    </FormDialog>
  );
}
