import { expect, it } from 'vitest';
import { positionOf, periodShort } from './period-position.ts';

it.each([
  ['2023', 2023.5, '2023'],
  ['2021-2023', 2022.5, '2021–2023'],
  ['2022-01', 2022 + 0.5 / 12, '1/2022'],
  ['2022-12', 2022 + 11.5 / 12, '12/2022'],
  ['2022-01/2022-07', 2022 + 3.5 / 12, '1/2022–7/2022'],
])('positions %s at its middle and shortens its label', (period, at, short) => {
  expect(positionOf(period)).toBeCloseTo(at, 6);
  expect(periodShort(period)).toBe(short);
});

it.each(['kevät 2024', '2022-13', ''])('refuses %j as a position on the time axis', (period) => {
  expect(positionOf(period)).toBeNull();
});
