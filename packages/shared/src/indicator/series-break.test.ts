import { expect, it } from 'vitest';
import { isBrokenBetween, isSince } from './series-break.ts';

it.each([
  ['2022', '2022', true],
  ['2021', '2022', false],
  // A year that the break divides is not in the new series; the next one is.
  ['2022', '2022-06', false],
  ['2023', '2022-06', true],
  ['2022-06', '2022-06', true],
  ['2022-05', '2022-06', false],
  ['2022-01', '2022', true],
  ['2021-2023', '2022', false],
  ['2022-2023', '2022', true],
  ['2022-04/2022-06', '2022-05', false],
  ['2022-07/2022-09', '2022-05', true],
])('tells whether %s is in the series from %s: %s', (period, begin, expected) => {
  expect(isSince(period, { period: begin })).toBe(expected);
});

it('breaks between the last value before a break and the first that is wholly after it', () => {
  const breaks = [{ period: '2022-06' }];
  expect(isBrokenBetween('2021', '2022', breaks)).toBe(false);
  expect(isBrokenBetween('2022', '2023', breaks)).toBe(true);
  expect(isBrokenBetween('2023', '2024', breaks)).toBe(false);
  expect(isBrokenBetween('2021', '2024', [])).toBe(false);
});
