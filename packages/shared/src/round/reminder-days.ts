import { helsinkiDay, helsinkiDayEnd } from '../text/helsinki.ts';

const msOfDay = 24 * 3_600_000;
/** Days before and after the last day. After them it goes on weekly until the round is closed. */
const offsets = [-7, -1, 1, 7];

/** A day of the calendar so many days later; days here have no hours, so no clock is turned in them. */
const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * msOfDay).toISOString().slice(0, 10);

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / msOfDay;

/** Nine in the morning in Finland. Clocks are turned at night, so it is as far from the next midnight on every day. */
export const reminderMoment = (day: string): Date => new Date(helsinkiDayEnd(day).getTime() - 15 * 3_600_000);

/**
 * The next day on which those are reminded who have not answered: 7 and 1 before the last day, 1 and 7 after it, then
 * weekly; none before the round has begun.
 * @param after the day found is the first whose moment is later than this
 */
export function nextReminderDay(opensOn: string, closesOn: string, after: Date): string {
  const today = helsinkiDay(after);
  const first = reminderMoment(today) > after ? today : plusDays(today, 1);
  const earliest = first < opensOn ? opensOn : first;
  const offset = daysBetween(closesOn, earliest);
  return plusDays(closesOn, offsets.find((one) => one >= offset) ?? Math.ceil(offset / 7) * 7);
}

/** The next days of reminders, were the round left open. */
export function upcomingReminderDays(opensOn: string, closesOn: string, after: Date, count: number): string[] {
  const days: string[] = [];
  for (let at = after; days.length < count;) {
    const day = nextReminderDay(opensOn, closesOn, at);
    days.push(day);
    at = reminderMoment(day);
  }
  return days;
}
