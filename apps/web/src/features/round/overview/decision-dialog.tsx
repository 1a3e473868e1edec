import { maxSection } from '@vointi/shared/round/limits.ts';
import type { ManagedRound } from '@vointi/shared/round/manage-contract.ts';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../../lib/text.tsx';
import { DayField } from '../../../ui/form/day-field.tsx';
import type { TypedIn } from '../../../ui/form/define-form.ts';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useDefinedForm } from '../../../ui/form/use-defined-form.ts';
import { useRules } from '../../../ui/form/use-rules.ts';
import { decisionForm } from '../fields.ts';
import { update } from '../writes.ts';

type Props = { slug: string; round: ManagedRound; onDone: (round: ManagedRound) => void; onClose: () => void };

/** The council's decision of a closed round; both fields emptied take it away. */
export function DecisionDialog({ slug, round, onDone, onClose }: Props) {
  const t = useTranslations('round');
  const localize = useLocalizedText();
  const rules = useRules();
  const { form, sending } = useDefinedForm(decisionForm, {
    row: round,
    update: ({ id }, body) => update(slug, id, body),
    onDone,
  });
  const mayClear = round.decision !== null;
  const unlessEmptied = (rule: ReturnType<typeof rules.text>) => ({
    validate: (value: string, { decision: { date, section } }: TypedIn<typeof decisionForm>) =>
      (mayClear && date.trim() === '' && section.trim() === '') || rule.validate(value),
  });
  return (
    <FormDialog title={t('decision.title', { name: localize(round.name) })} {...sending} onClose={onClose}>
      <p>{t(mayClear ? 'decision.textChange' : 'decision.text')}</p>
      <DayField label={t('decision.date')} {...form.register('decision.date', unlessEmptied(rules.day()))} />
      <TextField
        label={t('decision.section')}
        hint={t('decision.sectionHint')}
        isShort
        autoComplete="off"
        {...form.register('decision.section', unlessEmptied(rules.text(maxSection)))}
      />
    </FormDialog>
  );
}
