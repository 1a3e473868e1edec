import type { Progress, Status } from '@vointi/shared/measure/progress.ts';

/** What one light of one department says; nothing said is a state of its own. */
export type Answer = Progress | 'not_reported';
export const answerOf = (progress: Progress | null): Answer => progress ?? 'not_reported';

/** In this order lights are drawn, counted and sorted: what is ready first, what nobody has told last. */
export const statusOrder = ['done', 'in_progress', 'mixed', 'not_started', 'not_reported'] as const satisfies Status[];
export const rankOf = (status: Status) => statusOrder.indexOf(status);

const answerOrder = ['done', 'in_progress', 'not_started', 'not_reported'] as const satisfies Answer[];

export type Part = { answer: Answer; count: number };

/** More segments than this in one light cannot be told apart: then one for each state, as wide as it is common. */
const maxSegments = 6;

/** The segments of a light: one for each department while they can be seen, else one for each state. */
export function partsOf(assignments: readonly { progress: Progress | null }[]): Part[] {
  const answers = assignments.map(({ progress }) => answerOf(progress));
  if (answers.length <= maxSegments) return answers.map((answer) => ({ answer, count: 1 }));
  return answerOrder
    .map((answer) => ({ answer, count: answers.filter((one) => one === answer).length }))
    .filter(({ count }) => count > 0);
}
