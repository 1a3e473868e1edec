import type { Direction, Trend } from '../indicator/kind.ts';

export type Meaning = 'better' | 'worse' | 'neither';

/** How the newest value stands beside the one before it; null where there is none. */
export function trendOf(latest: number, before: number | null): Trend | null {
  if (before === null) return null;
  if (latest === before) return 'flat';
  return latest > before ? 'up' : 'down';
}

/** Whether a trend is good: the direction turns its meaning, never the arrow. */
export function meaningOf(trend: Trend | null, direction: Direction): Meaning {
  if (trend === null || trend === 'flat' || direction === 'neutral') return 'neither';
  return (trend === 'up') === (direction === 'up_is_good') ? 'better' : 'worse';
}

/** Whether the target has been reached; null where the direction does not say which side of it is good. */
export function isReached(value: number, target: number, direction: Direction): boolean | null {
  if (direction === 'neutral') return null;
  return direction === 'up_is_good' ? value >= target : value <= target;
}
