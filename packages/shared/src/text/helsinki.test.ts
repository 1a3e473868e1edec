import { expect, it } from 'vitest';
import { helsinkiDay, helsinkiDayEnd, helsinkiDayStart, helsinkiTime } from './helsinki.ts';

it.each([
  ['2026-01-15', '2026-01-14T22:00:00.000Z', 24],
  ['2026-07-15', '2026-07-14T21:00:00.000Z', 24],
  ['2026-03-29', '2026-03-28T22:00:00.000Z', 23],
  ['2026-10-25', '2026-10-24T21:00:00.000Z', 25],
  ['2026-12-31', '2026-12-30T22:00:00.000Z', 24],
])('begins %s at %s, with %i hours', (day, start, hours) => {
  expect(helsinkiDayStart(day).toISOString()).toBe(start);
  expect((helsinkiDayEnd(day).getTime() - helsinkiDayStart(day).getTime()) / 3_600_000).toBe(hours);
});

it.each([
  ['2026-03-28T21:59:59.999Z', '2026-03-28'],
  ['2026-03-28T22:00:00.000Z', '2026-03-29'],
  ['2026-10-25T21:59:59.999Z', '2026-10-25'],
  ['2028-02-28T22:00:00.000Z', '2028-02-29'],
  ['2028-02-29T22:00:00.000Z', '2028-03-01'],
])('%s is on %s', (at, day) => {
  expect(helsinkiDay(new Date(at))).toBe(day);
});

it('writes a moment in the Finnish form', () => {
  expect(helsinkiTime(new Date('2026-01-05T22:05:09Z'))).toBe('06.01.2026 00.05.09');
  expect(helsinkiTime(new Date('2026-07-05T20:59:59Z'))).toBe('05.07.2026 23.59.59');
});

it.each([
  ['2026-01-14T21:59:59Z', '2026-01-14'],
  ['2026-01-14T22:00:00Z', '2026-01-15'],
  ['2026-07-14T20:59:59Z', '2026-07-14'],
  ['2026-07-14T21:00:00Z', '2026-07-15'],
  ['2028-02-28T22:00:00Z', '2028-02-29'],
])('%s is %s in Finland', (at, day) => {
  expect(helsinkiDay(new Date(at))).toBe(day);
});
