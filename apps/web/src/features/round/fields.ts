import { maxPeriodAssessed, maxReopeningReason } from '@vointi/shared/round/limits.ts';
import { maxName, maxSlug } from '@vointi/shared/text/limits.ts';
import type { ManagedRound } from '@vointi/shared/round/manage-contract.ts';
import { dayText, parseDay } from '../../ui/form/day.ts';
import { defineForm, type TypedIn } from '../../ui/form/define-form.ts';
import { day, localizedText, text, wholeNumber, type FieldKind } from '../../ui/form/field-kinds.ts';

/** `year`: of the plan. It is chosen for a new round and never changes. */
export const roundForm = defineForm({
  fields: {
    year: wholeNumber(0),
    name: localizedText(maxName),
    periodAssessed: localizedText(maxPeriodAssessed),
    opensOn: day(),
    closesOn: day(),
  },
  values: (round: ManagedRound) => ({ ...round, opensOn: round.opensOn ?? '', closesOn: round.closesOn ?? '' }),
});
export type RoundFields = TypedIn<typeof roundForm>;

export const extensionForm = defineForm({
  fields: { closesOn: day() },
  values: (round: ManagedRound) => ({ closesOn: round.closesOn ?? '' }),
});

type Decision = ManagedRound['decision'];

/** The council's decision; both parts emptied take it away. */
const decision: FieldKind<Decision, { date: string; section: string }> = {
  empty: { date: '', section: '' },
  toForm: (value) => ({ date: dayText(value?.date ?? null), section: value?.section ?? '' }),
  toValue: ({ date, section }) =>
    date.trim() === '' && section.trim() === '' ? null : { date: parseDay(date) ?? '', section },
  parts: ['date', 'section'],
};

export const decisionForm = defineForm({
  fields: { decision },
  values: (round: ManagedRound) => ({ decision: round.decision }),
});

export const reopeningForm = defineForm({
  fields: {
    department: text(maxSlug),
    // A reason is one line.
    reason: { ...text(maxReopeningReason), toValue: (typed: string) => typed.trim().replaceAll(/\s+/g, ' ') },
    untilOn: day(),
  },
});
