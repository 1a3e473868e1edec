import { statuses, type Progress, type Status } from './progress.ts';

/**
 * The status of a measure from the progress of each of its assignments (null: not answered yet).
 * Answers that differ give `mixed`, never the best or the worst of them. No answer is not `not_started`.
 */
export function statusOf(answers: readonly (Progress | null)[]): Status {
  const first = answers[0] ?? null;
  if (answers.some((answer) => answer !== first)) return 'mixed';
  return first ?? 'not_reported';
}

/** The status of a term measure from its linked annual measures; `not_followed` without any. */
export function termStatusOf(linked: readonly Status[]): Status | 'not_followed' {
  const first = linked[0];
  if (first === undefined) return 'not_followed';
  return linked.every((status) => status === first) ? first : 'mixed';
}

export type Counts = Record<Status, number> & { total: number };

export function countStatuses(measures: readonly { status: Status }[]): Counts {
  const counts: Counts = { total: measures.length, done: 0, in_progress: 0, not_started: 0, not_reported: 0, mixed: 0 };
  for (const { status } of measures) counts[status] += 1;
  return counts;
}

/**
 * Counts now minus counts in the previous round, of the measures that had a status then.
 * Null when no measure had one, as in a plan's first round.
 */
export function changeOf(
  measures: readonly { status: Status; previousStatus: Status | null }[],
): Record<Status, number> | null {
  const compared = measures.flatMap(({ status, previousStatus }) =>
    previousStatus === null ? [] : [{ status, previousStatus }],
  );
  if (compared.length === 0) return null;
  const before = countStatuses(compared.map(({ previousStatus }) => ({ status: previousStatus })));
  const now = countStatuses(compared);
  return Object.fromEntries(statuses.map((status) => [status, now[status] - before[status]])) as Record<Status, number>;
}
