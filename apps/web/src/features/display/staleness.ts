const second = 1000;
/** From when a screen says that it has not heard from the service, and from when what it shows steps back. */
const staleAfter = 60 * second;
const oldAfter = 15 * 60 * second;

export type Staleness = 'fresh' | 'stale' | 'old';

/** @param silence for how long nothing has been heard; null: nothing ever has, in this visit or one before */
export function stalenessOf(silence: number | null): Staleness {
  if (silence === null || silence >= oldAfter) return silence === null ? 'stale' : 'old';
  return silence >= staleAfter ? 'stale' : 'fresh';
}
