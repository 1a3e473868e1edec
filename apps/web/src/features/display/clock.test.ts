import { expect, it } from 'vitest';
import { ServerClock } from './clock.ts';

const hour = 3_600_000;
const noon = Date.parse('2026-11-24T12:00:00Z');

it('returns the server’s time when the television’s clock is wrong and changes', () => {
  const ticks = { forwards: 1000, wall: noon + 3 * hour };
  const clock = new ServerClock(0, { forwards: () => ticks.forwards, wall: () => ticks.wall });
  expect(clock.now()).toBe(noon + 3 * hour);
  clock.sync('2026-11-24T12:00:00Z');
  expect(clock.now()).toBe(noon);
  ticks.forwards += 60_000;
  ticks.wall -= 5 * hour;
  expect(clock.now()).toBe(noon + 60_000);
});

it('keeps the offset of the wall clock over a restart', () => {
  const wall = () => noon + 3 * hour;
  const before = new ServerClock(0, { forwards: () => 0, wall });
  before.sync('2026-11-24T12:00:00Z');
  expect(new ServerClock(before.offset, { forwards: () => 0, wall }).now()).toBe(noon);
});

it('ignores a text that is no time', () => {
  const clock = new ServerClock(0, { forwards: () => 0, wall: () => noon });
  clock.sync('soon');
  expect(clock.now()).toBe(noon);
});
