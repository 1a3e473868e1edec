import { useQuery } from '@tanstack/react-query';
import type { Finding, FindingProposal } from '@vointi/shared/finding/contract.ts';
import { tones } from '@vointi/shared/finding/tone.ts';
import { parsePeriod } from '@vointi/shared/indicator/period.ts';
import { ageGroups } from '@vointi/shared/measure/progress.ts';
import { useRef } from 'react';
import { Controller } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { useText } from '../../../lib/text.tsx';
import { Button } from '../../../ui/button.tsx';
import { Choices } from '../../../ui/choices.tsx';
import { Checkbox } from '../../../ui/form/checkbox.tsx';
import { differencesOf } from '../../../ui/form/differences.ts';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { Select } from '../../../ui/form/select.tsx';
import { TextArea } from '../../../ui/form/text-area.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useFields } from '../../../ui/form/use-fields.ts';
import { useRules } from '../../../ui/form/use-rules.ts';
import { PickMany } from '../../../domain/indicator/pick-many.tsx';
import { usePeriodRule } from '../../../domain/indicator/period-input.ts';
import { useAgeGroupWord } from '../../../domain/measure/words.ts';
import { boardQuery } from '../../../domain/plan/queries.ts';
import { bodyOf, emptyForm, formOf, formOfProposal, type FindingForm } from './fields.ts';
import { IndicatorPicker } from './indicator-picker.tsx';
import { create, update, type At } from './writes.ts';

type Props = {
  at: At;
  given: { finding?: Finding; proposal?: FindingProposal };
  onDone: (finding: Finding) => void;
  onClose: () => void;
};

const optional = { isOptional: true };
const startOf = ({ finding, proposal }: Props['given']) =>
  finding ? formOf(finding) : proposal ? formOfProposal(proposal) : emptyForm;

/** The words of a finding and what it is about. A proposal is words to begin with. */
export function FindingDialog({ at, given, onDone, onClose }: Props) {
  const t = useTranslations('findingManage');
  const words = useTranslations('form');
  const say = useText();
  const rules = useRules();
  const ageWord = useAgeGroupWord();
  const period = usePeriodRule();
  const start = useRef(given.finding);
  const form = useFields<FindingForm>(startOf(given));
  const { register, control } = form;
  const { data: board } = useQuery(boardQuery(at.slug, at.year));
  const known = [...(given.finding?.indicators ?? []), ...(given.proposal ? [given.proposal.indicator] : [])];

  const save = async (values: FindingForm) => {
    const body = bodyOf(values);
    const before = start.current;
    if (!before) return onDone(await create(at, body));
    return onDone(await update(at, before.id, { version: before.version, ...body }));
  };
  const differences = (current: unknown) => {
    const now = current as Finding;
    const base = start.current ? formOf(start.current) : emptyForm;
    const saved = formOf(now);
    start.current = now;
    const { theirs, compare } = differencesOf(form, base, saved);
    compare('text.fi', saved.text.fi);
    compare('text.sv', saved.text.sv);
    compare('text.en', saved.text.en);
    compare('period', saved.period);
    compare('tone', t(`toneOne.${saved.tone}`));
    return theirs;
  };
  return (
    <FormDialog
      title={t(given.finding ? 'editTitle' : given.proposal ? 'acceptTitle' : 'add')}
      form={form}
      onClose={onClose}
    >
      {(close) => (
        <Form
          form={form}
          onSend={save}
          onConflict={differences}
          submit={words('save')}
          actions={<Button onClick={close}>{words('cancel')}</Button>}
        >
          <Select
            label={t('field.tone')}
            options={tones.map((value) => ({ value, label: t(`toneOne.${value}`) }))}
            {...register('tone')}
          />
          <TextArea label={t('field.textFi')} lang="fi" rows={3} {...register('text.fi', rules.text(600))} />
          <TextArea
            label={t('field.textSv')}
            lang="sv"
            rows={3}
            isOptional
            {...register('text.sv', rules.text(600, optional))}
          />
          <TextArea
            label={t('field.textEn')}
            lang="en"
            rows={3}
            isOptional
            {...register('text.en', rules.text(600, optional))}
          />
          <TextField
            label={t('field.period')}
            hint={t('field.periodHint')}
            isShort
            isOptional
            {...register('period', {
              validate: (text) => text.trim() === '' || parsePeriod(text) !== null || period.validate(text),
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
              <IndicatorPicker at={at} known={known} chosen={field.value} onChange={field.onChange} />
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
                    const { children, lang } = say.in(title);
                    return { value: code, label: children, lang };
                  }),
                )}
                chosen={field.value}
                onChange={field.onChange}
              />
            )}
          />
          <Checkbox label={t('field.publish')} note={t('field.publishNote')} {...register('isPublished')} />
        </Form>
      )}
    </FormDialog>
  );
}
