/**
 * What a coordinator sees before closing a round. No check prevents closing.
 * missing: no answer; awaiting_approval: sent, not yet confirmed by the approver; differs: one activity has different
 * lights; done_continues: done, but the note says that the work goes on; past_date: the note promises something for a
 * day that has passed; no_value: an annual indicator has no value for the year.
 */
export const closingCheckKinds = [
  'missing',
  'awaiting_approval',
  'differs',
  'done_continues',
  'past_date',
  'no_value',
] as const;
export type ClosingCheckKind = (typeof closingCheckKinds)[number];
