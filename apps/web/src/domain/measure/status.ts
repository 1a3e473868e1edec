import type { Progress, Status } from '@vointi/shared/measure/progress.ts';
import type { BoardMeasure } from '@vointi/shared/plan/contract.ts';

/** The status of one department; no answer is a status of its own. */
export type Answer = Progress | 'not_reported';
export const answerOf = (progress: Progress | null): Answer => progress ?? 'not_reported';

/** The order in which statuses are drawn, counted and sorted: done first, not reported last. */
export const statusOrder = ['done', 'in_progress', 'mixed', 'not_started', 'not_reported'] as const satisfies Status[];
export const rankOf = (status: Status) => statusOrder.indexOf(status);

const answerOrder = ['done', 'in_progress', 'not_started', 'not_reported'] as const satisfies Answer[];

export type Lit = { progress: Progress | null; isCarried?: boolean | undefined };
export type Part = { answer: Answer; count: number; isCarried?: boolean | undefined };

/** With more segments than this, a light has one for each status, as wide as its share. */
const maxSegments = 6;

/** The segments of a mixed light: one for each department, or for each status and age when there are too many. */
export function partsOf(assignments: readonly Lit[]): Part[] {
  const parts = assignments.map(({ progress, isCarried = false }) => ({ answer: answerOf(progress), isCarried }));
  if (parts.length <= maxSegments) return parts.map((part) => ({ ...part, count: 1 }));
  return answerOrder
    .flatMap((answer) => [false, true].map((isCarried) => ({ answer, isCarried })))
    .map((part) => ({
      ...part,
      count: parts.filter((one) => one.answer === part.answer && one.isCarried === part.isCarried).length,
    }))
    .filter(({ count }) => count > 0);
}

/** The part of a measure's lights that is from earlier rounds. */
function carriedShareOf({ assignments }: Pick<BoardMeasure, 'assignments'>): number {
  const carried = assignments.filter(({ isCarried }) => isCarried).length;
  return carried === 0 ? 0 : carried / assignments.filter(({ progress }) => progress !== null).length;
}

/** By status; within one, what was answered in the current round comes first. */
export const orderOf = (measure: Pick<BoardMeasure, 'status' | 'assignments'>): number =>
  rankOf(measure.status) + carriedShareOf(measure) / 2;

/** Of the measures of each status, how many are from earlier rounds: one with one old light of two counts half. */
export function carriedShares(measures: readonly BoardMeasure[]): Partial<Record<Status, number>> {
  const shares: Partial<Record<Status, number>> = {};
  for (const measure of measures) {
    const { status } = measure;
    shares[status] = (shares[status] ?? 0) + carriedShareOf(measure);
  }
  return shares;
}
