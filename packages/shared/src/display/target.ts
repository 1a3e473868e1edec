import type { Direction } from '../indicator/kind.ts';

/** Whether the target has been reached; null where the direction does not say which side of it is good. */
export function isReached(value: number, target: number, direction: Direction): boolean | null {
  if (direction === 'neutral') return null;
  return direction === 'up_is_good' ? value >= target : value <= target;
}
