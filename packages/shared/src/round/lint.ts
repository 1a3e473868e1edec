/**
 * What is worth a look before a round is closed. None of it forbids closing: the coordinator decides.
 * missing: no answer; awaiting_approval: sent, and the approver has not confirmed it; differs: the same activity with
 * different lights; done_continues: done, and the note says that it goes on; past_date: the note promises something for
 * a day that is past; no_value: an annual indicator without a value for the year.
 */
export const lintKinds = [
  'missing',
  'awaiting_approval',
  'differs',
  'done_continues',
  'past_date',
  'no_value',
] as const;
export type LintKind = (typeof lintKinds)[number];
