import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorkday, nextWorkday } from '../text/workday.ts';
import { nextReminderDay, reminderMoment, upcomingReminderDays } from './reminder-days.ts';

describe('reminderMoment: 9:00 in Finland', () => {
  it.each([
    ['2026-01-15', '2026-01-15T07:00:00.000Z'],
    ['2026-07-15', '2026-07-15T06:00:00.000Z'],
    ['2026-03-28', '2026-03-28T07:00:00.000Z'],
    ['2026-03-29', '2026-03-29T06:00:00.000Z'],
    ['2026-03-30', '2026-03-30T06:00:00.000Z'],
    ['2026-10-24', '2026-10-24T06:00:00.000Z'],
    ['2026-10-25', '2026-10-25T07:00:00.000Z'],
    ['2026-10-26', '2026-10-26T07:00:00.000Z'],
    ['2028-02-29', '2028-02-29T07:00:00.000Z'],
  ])('is for %s the moment %s', (day, moment) => {
    expect(reminderMoment(day).toISOString()).toBe(moment);
  });
});

describe('reminder days', () => {
  it('are 7 days and 1 day before the last day, 1 day and 7 days after it, then weekly, each on a workday', () => {
    expect(upcomingReminderDays('2026-02-01', '2026-02-28', new Date('2026-02-01T00:00:00Z'), 7)).toEqual([
      '2026-02-23',
      '2026-02-27',
      '2026-03-02',
      '2026-03-09',
      '2026-03-16',
      '2026-03-23',
      '2026-03-30',
    ]);
  });

  it('count a leap day, Easter and both changes of daylight saving time', () => {
    expect(upcomingReminderDays('2028-02-01', '2028-02-28', new Date('2028-02-01T00:00:00Z'), 4)).toEqual([
      '2028-02-21',
      '2028-02-28',
      '2028-02-29',
      '2028-03-06',
    ]);
    expect(upcomingReminderDays('2026-03-01', '2026-03-29', new Date('2026-03-01T00:00:00Z'), 4)).toEqual([
      '2026-03-23',
      // The last day is a Sunday, so the day before cannot wait for a workday.
      '2026-03-28',
      '2026-03-30',
      '2026-04-07',
    ]);
    expect(upcomingReminderDays('2026-10-01', '2026-10-25', new Date('2026-10-01T00:00:00Z'), 4)).toEqual([
      '2026-10-19',
      '2026-10-24',
      '2026-10-26',
      '2026-11-02',
    ]);
  });

  it('never come before the round begins', () => {
    const before = new Date('2026-01-01T00:00:00Z');
    expect(nextReminderDay('2026-02-22', '2026-02-28', before)).toBe('2026-02-27');
    expect(nextReminderDay('2026-02-21', '2026-02-28', before)).toBe('2026-02-23');
    expect(nextReminderDay('2026-02-28', '2026-02-28', before)).toBe('2026-03-02');
  });

  it('include today only before 9:00', () => {
    const next = (at: string) => nextReminderDay('2026-02-01', '2026-02-28', new Date(at));
    expect(next('2026-02-22T22:00:00Z')).toBe('2026-02-23');
    expect(next('2026-02-23T06:59:59.999Z')).toBe('2026-02-23');
    expect(next('2026-02-23T07:00:00Z')).toBe('2026-02-27');
  });

  it('are later than `after`, in order, and on workdays unless the round ends before the next', () => {
    const day = fc
      .date({ min: new Date('2024-01-01T00:00:00Z'), max: new Date('2032-12-31T00:00:00Z'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const at = fc.date({
      min: new Date('2024-01-01T00:00:00Z'),
      max: new Date('2033-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, day, at, (one, other, after) => {
        const [opensOn, closesOn] = [one, other].toSorted() as [string, string];
        const days = upcomingReminderDays(opensOn, closesOn, after, 6);
        expect(reminderMoment(days[0] ?? '') > after).toBe(true);
        expect((days[0] ?? '') >= opensOn).toBe(true);
        const gaps = days
          .slice(1)
          .map((next, index) => (Date.parse(next) - Date.parse(days[index] ?? '')) / 86_400_000);
        expect(gaps.filter((gap) => gap < 1 || gap > 12)).toEqual([]);
        const mayBeOff = (day: string) => day <= closesOn && nextWorkday(day) > closesOn;
        expect(days.filter((day) => !isWorkday(day) && !mayBeOff(day))).toEqual([]);
      }),
    );
  });
});
