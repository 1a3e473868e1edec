import { helsinkiDay, helsinkiDayEnd } from '../text/helsinki.ts';
import { plusDays } from '../text/workday.ts';

const msOfDay = 24 * 3_600_000;
/** Days before and after the last day. Later reminders come weekly until the round is closed. */
const offsets = [-7, -1, 1, 7];

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / msOfDay;

/** 9:00 in Finland. Daylight saving time changes at night, so 9:00 is always 15 hours before the next midnight. */
export const reminderMoment = (day: string): Date => new Date(helsinkiDayEnd(day).getTime() - 15 * 3_600_000);

/**
 * The next day on which departments without an answer get a reminder: 7 days and 1 day before the last day, 1 day and
 * 7 days after it, then weekly; never before the round begins.
 * @param after the reminder's moment is later than this
 */
export function nextReminderDay(opensOn: string, closesOn: string, after: Date): string {
  const today = helsinkiDay(after);
  const first = reminderMoment(today) > after ? today : plusDays(today, 1);
  const earliest = first < opensOn ? opensOn : first;
  const offset = daysBetween(closesOn, earliest);
  return plusDays(closesOn, offsets.find((one) => one >= offset) ?? Math.ceil(offset / 7) * 7);
}

/** The next reminder days if the round stays open. */
export function upcomingReminderDays(opensOn: string, closesOn: string, after: Date, count: number): string[] {
  const days: string[] = [];
  for (let at = after; days.length < count;) {
    const day = nextReminderDay(opensOn, closesOn, at);
    days.push(day);
    at = reminderMoment(day);
  }
  return days;
}
