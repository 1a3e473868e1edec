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
  it('has a window that doubles from 1 to 30 seconds, at least as long as the server requires', () => {
    const longest = (attempt: number, spreadMs: number) =>
      reconnectAfterMs({ attempt, spreadMs, random: () => 0.999999 });
    const shortest = (attempt: number, spreadMs: number) => reconnectAfterMs({ attempt, spreadMs, random: () => 0 });
    expect([0, 1, 3, 6].map((attempt) => shortest(attempt, 0))).toEqual([0, 1000, 4000, 15_000]);
    expect([shortest(1, 12_000), shortest(4, 12_000)]).toEqual([12_000, 8000]);
    expect([0, 1, 2, 3, 4, 5, 6, 1000].map((attempt) => longest(attempt, 0))).toEqual([
      1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000,
    ]);
    expect([longest(0, 12_000), longest(5, 12_000), longest(0, 999_999)]).toEqual([12_000, 30_000, 30_000]);
  });

  it('is the server’s moment for the first attempt', () => {
    const wait = (attempt: number, afterMs: number) =>
      reconnectAfterMs({ attempt, spreadMs: 0, afterMs, random: () => 0.5 });
    expect([wait(0, 12_345), wait(0, 0), wait(0, 99_999), wait(1, 12_345)]).toEqual([12_345, 0, 30_000, 1500]);
  });

  it('is between zero and half a minute', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.nat(),
        fc.double({ min: 0, max: 0.999999, noNaN: true }),
        (attempt, spreadMs, moment) => {
          const ms = reconnectAfterMs({ attempt, spreadMs, random: () => moment });
          expect(ms).toBeGreaterThanOrEqual(0);
          expect(ms).toBeLessThanOrEqual(longestMs);
        },
      ),
    );
  });
});

it.each([
  [0, 1000],
  [67, 1000],
  [68, 2000],
  [2000, 30_000],
  [100_000, 30_000],
])('spreads %i listeners over %i ms', (listeners, ms) => {
  expect(spreadOf(listeners)).toBe(ms);
});

/**
 * 2 000 listeners lose their stream at 0 and fail to connect until the server is back.
 * @returns the most connections in one second, and the time from the server's return to the last one
 */
function storm({ awayMs, isTold, seed }: { awayMs: number; isTold: boolean; seed: number }) {
  const random = seeded(seed);
  const [amount, spreadMs] = [2000, spreadOf(2000)];
  const reached = Array.from({ length: amount }, (_, listener) => {
    const afterMs = isTold ? (spreadMs * (listener + 0.5)) / amount : undefined;
    let at = reconnectAfterMs({ attempt: 0, spreadMs, afterMs, random });
    for (let attempt = 1; at < awayMs; attempt += 1) at += reconnectAfterMs({ attempt, spreadMs, afterMs, random });
    return at - awayMs;
  });
  const perSecond = Map.groupBy(reached, (ms) => Math.floor(ms / 1000));
  return {
    busiest: Math.max(...[...perSecond.values()].map(({ length }) => length)),
    last: Math.max(...reached),
  };
}

describe.each([0, 2000, 9000, 31_000, 61_000, 960_000])('2 000 listeners, the server away for %i ms', (awayMs) => {
  it.each([1, 2, 3])('come back at most 100 in any second, and all within half a minute (seed %i)', (seed) => {
    for (const isTold of [true, false]) {
      const { busiest, last } = storm({ awayMs, isTold, seed });
      expect({ isTold, busiest }).toEqual({ isTold, busiest: Math.min(busiest, 100) });
      expect(last).toBeLessThanOrEqual(longestMs);
    }
  });
});
