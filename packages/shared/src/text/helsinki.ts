const zone = 'Europe/Helsinki';
const hour = 3_600_000;

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

function partsOf(at: Date): Record<string, string> {
  return Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
}

/** 24.11.2026 22.05.09: how Finns write a moment, in Finland's time. */
export function helsinkiTime(at: Date): string {
  const { day, month, year, hour: hours, minute, second } = partsOf(at);
  return `${day}.${month}.${year} ${hours}.${minute}.${second}`;
}

/** The day in Finland of a moment: 2026-11-24. */
export function helsinkiDay(at: Date): string {
  const { day, month, year } = partsOf(at);
  return `${year}-${month}-${day}`;
}

/** When a day (2026-11-24) begins in Finland: two or three hours before it does in Greenwich. */
export function helsinkiDayStart(day: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const winter = new Date(midnight - 2 * hour);
  const summer = new Date(midnight - 3 * hour);
  return partsOf(summer)['hour'] === '00' ? summer : winter;
}

/** The day after: not 24 hours later where the clock is turned. */
export const helsinkiDayEnd = (day: string): Date =>
  helsinkiDayStart(new Date(Date.parse(`${day}T00:00:00Z`) + 24 * hour).toISOString().slice(0, 10));
