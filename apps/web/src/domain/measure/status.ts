import type { Progress, Status } from '@vointi/shared/measure/progress.ts';

/** The status of one department; no answer is a status of its own. */
export type Answer = Progress | 'not_reported';
export const answerOf = (progress: Progress | null): Answer => progress ?? 'not_reported';

/** The order in which statuses are drawn, counted and sorted: done first, not reported last. */
export const statusOrder = ['done', 'in_progress', 'mixed', 'not_started', 'not_reported'] as const satisfies Status[];
export const rankOf = (status: Status) => statusOrder.indexOf(status);

const answerOrder = ['done', 'in_progress', 'not_started', 'not_reported'] as const satisfies Answer[];

export type Part = { answer: Answer; count: number };

/** With more segments than this, a light has one for each status, as wide as its share. */
const maxSegments = 6;

/** The segments of a mixed light: one for each department, or for each status when there are too many. */
export function partsOf(assignments: readonly { progress: Progress | null }[]): Part[] {
  const answers = assignments.map(({ progress }) => answerOf(progress));
  if (answers.length <= maxSegments) return answers.map((answer) => ({ answer, count: 1 }));
  return answerOrder
    .map((answer) => ({ answer, count: answers.filter((one) => one === answer).length }))
    .filter(({ count }) => count > 0);
}
