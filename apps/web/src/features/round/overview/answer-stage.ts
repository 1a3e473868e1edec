import type { RoundDepartment } from '@vointi/shared/round/manage-contract.ts';

const answerStages = ['nothing', 'partly', 'awaiting', 'ready'] as const;
export type AnswerStage = (typeof answerStages)[number];

export const shows = ['all', 'missing', 'late', 'awaiting', 'ready'] as const;
export type Show = (typeof shows)[number];

/** How far a department is. What waits for approval is neither answered nor missing: `awaiting`. */
export function answerStageOf({ counts }: RoundDepartment): AnswerStage {
  if (counts.missing === 0) return 'ready';
  if (counts.waiting === counts.missing) return 'awaiting';
  return counts.missing - counts.waiting === counts.total ? 'nothing' : 'partly';
}

export const isShown: Record<Show, (department: RoundDepartment) => boolean> = {
  all: () => true,
  missing: ({ counts }) => counts.missing > counts.waiting,
  late: ({ counts }) => counts.late > 0,
  awaiting: ({ awaitingApproval }) => awaitingApproval > 0,
  ready: ({ counts }) => counts.missing === 0,
};

/**
 * Who is missing first, and by name within that: a row moves when a department begins or is ready, and not at every
 * answer under the reader's hand.
 */
export function orderByStage(departments: readonly RoundDepartment[], nameOf: (one: RoundDepartment) => string) {
  const collator = new Intl.Collator('fi');
  const rank = (one: RoundDepartment) => answerStages.indexOf(answerStageOf(one));
  return departments.toSorted((a, b) => rank(a) - rank(b) || collator.compare(nameOf(a), nameOf(b)));
}
