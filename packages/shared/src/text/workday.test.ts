import { describe, expect, it } from 'vitest';
import { isWorkday, nextWorkday, plusDays } from './workday.ts';

const isWeekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() % 6 !== 0;

function daysOf(year: number): string[] {
  const days: string[] = [];
  for (let day = `${year}-01-01`; day.startsWith(String(year)); day = plusDays(day, 1)) days.push(day);
  return days;
}

describe('isWorkday', () => {
  // Written by hand from the almanac: Mondays to Fridays on which offices of municipalities are closed.
  it.each([
    ['2026', '01-01 01-06 04-03 04-06 05-01 05-14 06-19 12-24 12-25'],
    ['2027', '01-01 01-06 03-26 03-29 05-06 06-25 12-06 12-24'],
    ['2028', '01-06 04-14 04-17 05-01 05-25 06-23 12-06 12-25 12-26'],
  ])('has the days off of %s between Monday and Friday, and no others', (year, daysOff) => {
    const off = daysOf(Number(year)).filter((day) => isWeekday(day) && !isWorkday(day));
    expect(off.map((day) => day.slice(5)).join(' ')).toBe(daysOff);
  });

  it.each(['2026-11-28', '2026-11-29', '2026-12-06', '2026-12-26', '2028-02-26'])(
    'is false on the weekend of %s',
    (day) => {
      expect(isWorkday(day)).toBe(false);
    },
  );

  it.each(['2024-03-29', '2025-04-21', '2038-04-23', '2049-04-16'])('knows Easter of other years: %s', (day) => {
    expect(isWorkday(day)).toBe(false);
  });
});

it.each([
  ['a Tuesday', '2026-12-01', '2026-12-02'],
  ['a Friday', '2026-11-27', '2026-11-30'],
  ['the day before Christmas Eve', '2026-12-23', '2026-12-28'],
  ['the last day of the year', '2026-12-31', '2027-01-04'],
  ['Maundy Thursday', '2028-04-13', '2028-04-18'],
  ['a leap day', '2028-02-29', '2028-03-01'],
])('nextWorkday after %s, %s, is %s', (_name, day, next) => {
  expect(nextWorkday(day)).toBe(next);
});
