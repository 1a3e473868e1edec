import { expect, it } from 'vitest';
import { stalenessOf } from './staleness.ts';

it.each([
  [0, 'fresh'],
  [59_999, 'fresh'],
  [60_000, 'stale'],
  [899_999, 'stale'],
  [900_000, 'old'],
  [Infinity, 'old'],
  [null, 'stale'],
] as const)('counts a silence of %s ms as %s', (silence, expected) => {
  expect(stalenessOf(silence)).toBe(expected);
});
