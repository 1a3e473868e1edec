import { expect, it } from 'vitest';
import { isWorkday } from './workday.ts';

const isAtWork = (day: string) => isWorkday(new Date(`${day}T00:00:00Z`));

it.each([
  ['a Saturday', '2026-11-28'],
  ['New Year’s Day', '2027-01-01'],
  ['Epiphany', '2027-01-06'],
  ['Good Friday', '2024-03-29'],
  ['Good Friday', '2026-04-03'],
  ['Good Friday', '2027-03-26'],
  ['Good Friday', '2038-04-23'],
  ['Easter Monday', '2025-04-21'],
  ['Ascension Day', '2026-05-14'],
  ['the first of May', '2026-05-01'],
  ['midsummer eve', '2026-06-19'],
  ['midsummer eve', '2027-06-25'],
  ['Independence Day', '2027-12-06'],
  ['Christmas Eve', '2026-12-24'],
  ['Christmas Day', '2026-12-25'],
])('counts %s, %s as a day off', (_name, day) => {
  expect(isAtWork(day)).toBe(false);
});

it.each(['2026-11-27', '2026-12-23', '2027-01-07', '2026-04-02', '2026-05-15', '2026-06-26', '2027-06-18'])(
  'they are on %s',
  (day) => {
    expect(isAtWork(day)).toBe(true);
  },
);
