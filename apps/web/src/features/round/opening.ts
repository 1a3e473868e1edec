import type { ManagedRound } from '@vointi/shared/round/manage-contract.ts';

type Known = Pick<ManagedRound, 'year' | 'state'>;

/**
 * The result of saving a round with a first day: before that day the round stays `planned`; from that day the job opens
 * it `now`, or it `waits` until the open round of the same plan is closed.
 */
export function openingOf(
  { opensOn, year }: { opensOn: string | null; year: number },
  rounds: readonly Known[],
  today: string,
): 'planned' | 'now' | 'waits' {
  if (opensOn === null || opensOn > today) return 'planned';
  return rounds.some((other) => other.year === year && other.state === 'open') ? 'waits' : 'now';
}

/** Whether the job opens the round soon, or once another round is closed; the round's page polls until it is open. */
export const isDue = ({ state, opensOn }: Pick<ManagedRound, 'state' | 'opensOn'>, today: string): boolean =>
  state === 'planned' && opensOn !== null && opensOn <= today;
