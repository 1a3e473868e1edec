import { helsinkiDay, helsinkiDayEnd } from '../text/helsinki.ts';
import { isWorkday, nextWorkday, plusDays } from '../text/workday.ts';

const msOfDay = 24 * 3_600_000;
/** Days before and after the last day. Later reminders come weekly until the round is closed. */
const offsets = [-7, -1, 1, 7];

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / msOfDay;

/** 9:00 in Finland. Daylight saving time changes at night, so 9:00 is always 15 hours before the next midnight. */
export const reminderMoment = (day: string): Date => new Date(helsinkiDayEnd(day).getTime() - 15 * 3_600_000);

/** The workday on which the reminder of a day goes: the next one, unless the round's last day comes before it. */
function workdayOf(day: string, closesOn: string): string {
  if (isWorkday(day)) return day;
  const next = nextWorkday(day);
  return day <= closesOn && next > closesOn ? day : next;
}

/**
 * The next day on which departments without an answer get a reminder: 7 days and 1 day before the last day, 1 day and
 * 7 days after it, then weekly; never before the round begins. On a day off it waits for the next workday.
 * @param after the reminder's moment is later than this
 */
export function nextReminderDay(opensOn: string, closesOn: string, after: Date): string {
  const today = helsinkiDay(after);
  const first = reminderMoment(today) > after ? today : plusDays(today, 1);
  // A reminder can have moved by the longest row of days off, so the search begins a week earlier.
  const from = plusDays(first, -7);
  for (let day = from < opensOn ? opensOn : from; ; day = plusDays(day, 1)) {
    const offset = daysBetween(closesOn, day);
    const isOne = offsets.includes(offset) || (offset > 0 && offset % 7 === 0);
    if (isOne && workdayOf(day, closesOn) >= first) return workdayOf(day, closesOn);
  }
}

/** Whether reminders of a round go on a day. */
export const isReminderDay = (opensOn: string, closesOn: string, day: string): boolean =>
  nextReminderDay(opensOn, closesOn, new Date(reminderMoment(day).getTime() - 1)) === day;

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
