import type { Lock } from '../round/rules.ts';

type Form = { lock: Lock | null };

const rank = ({ lock }: Form): number => (lock?.isOpen === true ? (lock.isReopened ? 0 : 1) : 2);
const lastMoment = ({ lock }: Form): number =>
  lock?.isOpen === true && lock.until !== null ? Date.parse(lock.until) : Number.POSITIVE_INFINITY;

/** Sorts forms as a person should take them up: rounds opened again first, then by last day; locked ones last. */
export const byLastDay = (one: Form, other: Form): number => {
  if (rank(one) !== rank(other)) return rank(one) - rank(other);
  const [a, b] = [lastMoment(one), lastMoment(other)];
  return a === b ? 0 : a - b;
};
