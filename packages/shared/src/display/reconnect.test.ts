import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestMs, reconnectAfterMs, spreadOf } from './reconnect.ts';

/** The same numbers at every run: mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('waiting before the next attempt', () => {
  it('has a window from 1 to 30 seconds that doubles, and is no narrower than the server asked for', () => {
    const longest = (attempt: number, spreadMs: number) =>
      reconnectAfterMs({ attempt, spreadMs, random: () => 0.999999 });
    expect([0, 1, 2, 3, 4, 5, 6, 1000].map((attempt) => longest(attempt, 0))).toEqual([
      1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000,
    ]);
    expect([longest(0, 12_000), longest(5, 12_000), longest(0, 999_999)]).toEqual([12_000, 30_000, 30_000]);
  });

  it('is never longer than half a minute, nor negative', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.double({ min: 0, max: 0.999999, noNaN: true }), (attempt, spreadMs, at) => {
        const ms = reconnectAfterMs({ attempt, spreadMs, random: () => at });
        expect(ms).toBeGreaterThanOrEqual(0);
        expect(ms).toBeLessThanOrEqual(longestMs);
      }),
    );
  });
});

it.each([
  [0, 1000],
  [67, 1000],
  [68, 2000],
  [2000, 30_000],
  [100_000, 30_000],
])('%i listeners are spread over %i ms', (listeners, ms) => {
  expect(spreadOf(listeners)).toBe(ms);
});

it.each([1, 2, 3, 4, 5])('2 000 that are lost at once come back at most 100 in any second (seed %i)', (seed) => {
  const random = seeded(seed);
  const spreadMs = spreadOf(2000);
  const attempts = Array.from({ length: 2000 }, () => reconnectAfterMs({ attempt: 0, spreadMs, random }));
  const perSecond = Array.from(
    { length: 30 },
    (_, second) => attempts.filter((ms) => Math.floor(ms / 1000) === second).length,
  );
  expect(Math.max(...perSecond)).toBeLessThanOrEqual(100);
});
