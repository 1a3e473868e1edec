/** Thrown where a table takes more steps than it may: it is made smaller then. */
export class TooMuch extends Error {}

/** Steps that may still be taken. They are counted, not timed: what is hidden is the same on every machine. */
export type Work = { left: number };

/** @throws TooMuch when there are none left. */
export function spend(work: Work, steps: number): void {
  work.left -= steps;
  if (work.left < 0) throw new TooMuch();
}
