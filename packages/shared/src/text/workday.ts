const dayMs = 86_400_000;

/** A day of the calendar is the midnight in UTC that it begins with, so daylight saving time has no effect. */
const midnightOf = (day: string) => new Date(`${day}T00:00:00Z`);

/** The day so many days after the day (2026-11-24), or before it. */
export const plusDays = (day: string, days: number): string =>
  new Date(midnightOf(day).getTime() + days * dayMs).toISOString().slice(0, 10);

/** Days off that are on the same date every year; the eves of Christmas and of midsummer are off in municipalities. */
const fixed = new Set(['01-01', '01-06', '05-01', '12-06', '12-24', '12-25', '12-26']);
/** Days off by their distance from Easter Sunday: Good Friday, Easter Monday, Ascension Day. */
const fromEaster = [-2, 1, 39];

/** The Sunday of Easter in the Gregorian calendar, by Oudin’s formula. */
function easterOf(year: number): string {
  const century = Math.floor(year / 100);
  const moon = (19 * (year % 19) + century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 15) % 30;
  const full = moon - Math.floor(moon / 28) * (1 - Math.floor(29 / (moon + 1)) * Math.floor((21 - (year % 19)) / 11));
  const weekday = (year + Math.floor(year / 4) + full + 2 - century + Math.floor(century / 4)) % 7;
  return plusDays(`${year}-03-28`, full - weekday);
}

/** The Friday between the 19th and the 25th of June. */
const isMidsummerEve = (date: Date) =>
  date.getUTCMonth() === 5 && date.getUTCDay() === 5 && date.getUTCDate() >= 19 && date.getUTCDate() <= 25;

/** Whether a day is a workday of Finnish municipalities. */
export function isWorkday(day: string): boolean {
  const date = midnightOf(day);
  if (date.getUTCDay() % 6 === 0 || isMidsummerEve(date) || fixed.has(day.slice(5))) return false;
  const easter = easterOf(date.getUTCFullYear());
  return fromEaster.every((days) => plusDays(easter, days) !== day);
}

/** The first workday after a day. */
export function nextWorkday(day: string): string {
  let next = plusDays(day, 1);
  while (!isWorkday(next)) next = plusDays(next, 1);
  return next;
}
