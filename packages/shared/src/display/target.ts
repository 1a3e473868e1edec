import type { Direction } from '../indicator/kind.ts';

/** Whether the target is reached; null: the direction is neutral. */
export function isReached(value: number, target: number, direction: Direction): boolean | null {
  if (direction === 'neutral') return null;
  return direction === 'up_is_good' ? value >= target : value <= target;
}
