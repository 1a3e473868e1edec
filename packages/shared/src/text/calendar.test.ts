import { expect, it } from 'vitest';
import { hasDay, isCalendarDate } from './calendar.ts';

it.each([
  ['2028-02-29', true],
  ['2027-02-29', false],
  ['2000-02-29', true],
  ['2100-02-29', false],
  ['2027-04-31', false],
  ['2027-12-31', true],
  ['2027-13-01', false],
  ['2027-00-10', false],
  ['2027-01-00', false],
  ['2027-02', true],
  ['2027-13', false],
  ['1899-12-31', false],
  ['1900-01-01', true],
  ['2199-12-31', true],
  ['2200-01-01', false],
  ['2027', false],
  ['27-01-01', false],
  ['2027-1-1', false],
  ['2027-01-01T00:00:00Z', false],
  ['', false],
])('says of %s whether it is a date: %s', (text, isDate) => {
  expect(isCalendarDate(text)).toBe(isDate);
});

it('checks days of any year', () => {
  expect([hasDay(1850, 2, 28), hasDay(1850, 2, 29), hasDay(2024, 2, 29), hasDay(2024, 2, 30)]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});
