/** Whether the day exists: 29 February in leap years only. */
export function hasDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The years that dates here may have; PostgreSQL has no year 0. */
export const isKnownYear = (year: number): boolean => year >= 1900 && year < 2200;

/** Whether the date `2027-02-28` or the month `2027-02` exists, within the allowed years. */
export function isCalendarDate(text: string): boolean {
  const [, year, month, day = '01'] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text) ?? [];
  return isKnownYear(Number(year)) && hasDay(Number(year), Number(month), Number(day));
}
