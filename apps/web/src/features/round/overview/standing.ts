import type { RoundDepartment } from '@vointi/shared/round/manage-contract.ts';

const standings = ['nothing', 'partly', 'awaiting', 'ready'] as const;
export type Standing = (typeof standings)[number];

export const shows = ['all', 'missing', 'late', 'awaiting', 'ready'] as const;
export type Show = (typeof shows)[number];

/** Where a department is: what is sent and waits for an approver is not an answer yet, but nobody needs to be asked for it. */
export function standingOf({ counts, awaitingApproval }: RoundDepartment): Standing {
  if (counts.missing === 0) return 'ready';
  if (awaitingApproval >= counts.missing) return 'awaiting';
  return counts.missing === counts.total ? 'nothing' : 'partly';
}

export const isShown: Record<Show, (department: RoundDepartment) => boolean> = {
  all: () => true,
  missing: ({ counts }) => counts.missing > 0,
  late: ({ counts }) => counts.late > 0,
  awaiting: ({ awaitingApproval }) => awaitingApproval > 0,
  ready: ({ counts }) => counts.missing === 0,
};

/**
 * Who is missing first, and by name within that: a row moves when a department begins or is ready, and not at every
 * answer under the reader's hand.
 */
export function inOrder(departments: readonly RoundDepartment[], nameOf: (one: RoundDepartment) => string) {
  const collator = new Intl.Collator('fi');
  const rank = (one: RoundDepartment) => standings.indexOf(standingOf(one));
  return departments.toSorted((a, b) => rank(a) - rank(b) || collator.compare(nameOf(a), nameOf(b)));
}
