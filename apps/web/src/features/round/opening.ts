import type { ManagedRound } from '@vointi/shared/round/manage-contract.ts';

type Known = Pick<ManagedRound, 'year' | 'state'>;

/**
 * What becomes of a round when it is saved with a first day: the job opens it `now` where that day has come, or it
 * `waits` until the open round of the same plan is closed. Before its first day it stays `planned`.
 */
export function openingOf(
  { opensOn, year }: { opensOn: string | null; year: number },
  rounds: readonly Known[],
  today: string,
): 'planned' | 'now' | 'waits' {
  if (opensOn === null || opensOn > today) return 'planned';
  return rounds.some((other) => other.year === year && other.state === 'open') ? 'waits' : 'now';
}

/** Whether the job is about to open a round, or does so when another is closed: its page asks until it has. */
export const isDue = ({ state, opensOn }: Pick<ManagedRound, 'state' | 'opensOn'>, today: string): boolean =>
  state === 'planned' && opensOn !== null && opensOn <= today;
