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

/** A light beside the one of the former round; `previous` is absent where the assignment did not stand in that round. */
type ComparedLight = { progress: Progress | null; isCarried: boolean; previous?: Progress | null | undefined };
type Compared = { assignments: readonly ComparedLight[] };

/**
 * A measure's status in the former round and now, over the assignments that stood in both: a department that was added
 * since changes nothing. Null without an answer in the current round, and without a former round.
 */
export function comparedStatusOf({ assignments }: Compared): { before: Status; now: Status } | null {
  if (!assignments.some(({ progress, isCarried }) => progress !== null && !isCarried)) return null;
  const both = assignments.flatMap(({ previous, progress }) =>
    previous === undefined ? [] : [{ previous, progress }],
  );
  if (both.length === 0) return null;
  return {
    before: statusOf(both.map(({ previous }) => previous)),
    now: statusOf(both.map(({ progress }) => progress)),
  };
}

/** Counts now minus counts in the former round, of the measures that can be compared. Null when none can. */
export function changeOf(measures: readonly Compared[]): Record<Status, number> | null {
  const compared = measures.flatMap((measure) => comparedStatusOf(measure) ?? []);
  if (compared.length === 0) return null;
  const before = countStatuses(compared.map((one) => ({ status: one.before })));
  const now = countStatuses(compared.map((one) => ({ status: one.now })));
  return Object.fromEntries(statuses.map((status) => [status, now[status] - before[status]])) as Record<Status, number>;
}
