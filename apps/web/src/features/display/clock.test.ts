import { expect, it } from 'vitest';
import { ServerClock } from './clock.ts';

const hour = 3_600_000;
const noon = Date.parse('2026-11-24T12:00:00Z');

it('tells the server’s time on a television whose clock is wrong and is set meanwhile', () => {
  const ticks = { forwards: 1000, wall: noon + 3 * hour };
  const clock = new ServerClock(0, { forwards: () => ticks.forwards, wall: () => ticks.wall });
  expect(clock.now()).toBe(noon + 3 * hour);
  clock.hear('2026-11-24T12:00:00Z');
  expect(clock.now()).toBe(noon);
  ticks.forwards += 60_000;
  ticks.wall -= 5 * hour;
  expect(clock.now()).toBe(noon + 60_000);
});

it('knows over a restart how wrong the clock was', () => {
  const wall = () => noon + 3 * hour;
  const before = new ServerClock(0, { forwards: () => 0, wall });
  before.hear('2026-11-24T12:00:00Z');
  expect(new ServerClock(before.offset, { forwards: () => 0, wall }).now()).toBe(noon);
});

it('does not take what is no time', () => {
  const clock = new ServerClock(0, { forwards: () => 0, wall: () => noon });
  clock.hear('soon');
  expect(clock.now()).toBe(noon);
});
