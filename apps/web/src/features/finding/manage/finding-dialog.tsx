import { useQuery } from '@tanstack/react-query';
import type { Finding, FindingProposal } from '@vointi/shared/finding/contract.ts';
import { tones } from '@vointi/shared/finding/tone.ts';
import { ageGroups } from '@vointi/shared/measure/progress.ts';
import { Controller } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../../lib/text.tsx';
import { Choices } from '../../../ui/choices.tsx';
import { Checkbox } from '../../../ui/form/checkbox.tsx';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import { original } from '../../../ui/form/form-texts.ts';
import { LocalizedField } from '../../../ui/form/localized-field.tsx';
import { useLanguageLabels } from '../../../ui/form/use-language-labels.ts';
import { Select } from '../../../ui/form/select.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useDefinedForm } from '../../../ui/form/use-defined-form.ts';
import { PickMany } from '../../../domain/indicator/pick-many.tsx';
import { usePeriodRule } from '../../../domain/indicator/period-input.ts';
import { useAgeGroupWord } from '../../../domain/measure/text.ts';
import { boardQuery } from '../../../domain/plan/queries.ts';
import { findingForm } from './fields.ts';
import { IndicatorPicker } from './indicator-picker.tsx';
import { create, update, type At } from './writes.ts';

type Props = {
  plan: At;
  source: { finding?: Finding; proposal?: FindingProposal };
  onDone: (finding: Finding) => void;
  onClose: () => void;
};

/** Writes or edits a finding; a proposal gives the first values. */
export function FindingDialog({ plan, source: { finding, proposal }, onDone, onClose }: Props) {
  const t = useTranslations('findingManage');
  const localize = useLocalizedText();
  const ageWord = useAgeGroupWord();
  const period = usePeriodRule();
  const { data: board } = useQuery(boardQuery(plan.slug, plan.year));
  const known = [...(finding?.indicators ?? []), ...(proposal ? [proposal.indicator] : [])];
  const { form, sending, input, texts } = useDefinedForm(findingForm, {
    row: finding ?? null,
    // Unpublished until the person says so.
    ...(proposal && {
      start: {
        tone: proposal.tone,
        text: proposal.text,
        period: proposal.period,
        ageGroups: proposal.ageGroups,
        indicators: [proposal.indicator.slug],
        measures: proposal.measures.map(({ code }) => code),
      },
    }),
    create: (body) => create(plan, body),
    update: ({ id }, body) => update(plan, id, body),
    onDone,
  });
  const { control } = form;
  const { inOnly } = useLanguageLabels();
  return (
    <FormDialog title={t(finding ? 'editTitle' : proposal ? 'acceptTitle' : 'add')} {...sending} onClose={onClose}>
      <Select
        label={t('field.tone')}
        options={tones.map((value) => ({ value, label: t(`toneOne.${value}`) }))}
        {...input('tone')}
      />
      <LocalizedField
        label={(language) => (language === original ? t('field.text') : inOnly(language))}
        rows={3}
        {...texts('text')}
      />
      <TextField
        label={t('field.period')}
        hint={t('field.periodHint')}
        isShort
        {...input('period', {
          validate: (text) => String(text).trim() === '' || period.validate(String(text)),
        })}
      />
      <Controller
        control={control}
        name="ageGroups"
        render={({ field }) => (
          <Choices
            legend={t('field.ageGroups')}
            choices={ageGroups.map((value) => ({ value, label: ageWord(value) }))}
            chosen={field.value}
            onChange={field.onChange}
          />
        )}
      />
      <Controller
        control={control}
        name="indicators"
        render={({ field }) => (
          <IndicatorPicker plan={plan} known={known} chosen={field.value} onChange={field.onChange} />
        )}
      />
      <Controller
        control={control}
        name="measures"
        render={({ field }) => (
          <PickMany
            legend={t('field.measures')}
            search={t('field.searchMeasure')}
            choices={(board?.goals ?? []).flatMap((goal) =>
              goal.measures.map(({ code, title }) => {
                const { children, lang } = localize.in(title);
                return { value: code, label: children, lang };
              }),
            )}
            chosen={field.value}
            onChange={field.onChange}
          />
        )}
      />
      <Checkbox label={t('field.publish')} note={t('field.publishNote')} {...form.register('state')} />
    </FormDialog>
  );
}
