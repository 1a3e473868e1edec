import type { ReportedRow } from '@vointi/shared/report/write-contract.ts';
import type { Entry } from './entry.ts';

/** The approver decided on another person's answer: it waits no more. */
export const decided = (entry: Entry, { state, report, waitingSince }: ReportedRow, draftId: string): Entry => ({
  ...entry,
  row: {
    ...entry.row,
    state,
    report,
    waitingSince,
    otherDrafts: entry.row.otherDrafts.filter(({ id }) => id !== draftId),
  },
});
