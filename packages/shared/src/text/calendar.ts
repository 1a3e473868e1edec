/** Whether the calendar has the day: 29 February in leap years only. */
export function hasDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Years that anybody here means; the database knows no year 0. */
export const isKnownYear = (year: number): boolean => year >= 1900 && year < 2200;

/** Whether `2027-02-28`, or the month `2027-02`, is in the calendar, in a year that anybody here means. */
export function isCalendarDate(text: string): boolean {
  const [, year, month, day = '01'] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text) ?? [];
  return isKnownYear(Number(year)) && hasDay(Number(year), Number(month), Number(day));
}
