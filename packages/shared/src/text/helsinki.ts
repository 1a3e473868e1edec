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

function partsOf(moment: Date): Record<string, string> {
  return Object.fromEntries(clock.formatToParts(moment).map(({ type, value }) => [type, value]));
}

/** A moment in Finland's time, in the Finnish form: 24.11.2026 22.05.09. */
export function helsinkiTime(moment: Date): string {
  const { day, month, year, hour: hours, minute, second } = partsOf(moment);
  return `${day}.${month}.${year} ${hours}.${minute}.${second}`;
}

/** The day in Finland of a moment: 2026-11-24. */
export function helsinkiDay(moment: Date): string {
  const { day, month, year } = partsOf(moment);
  return `${year}-${month}-${day}`;
}

/** When a day (2026-11-24) begins in Finland: two or three hours before midnight in UTC. */
export function helsinkiDayStart(day: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const winter = new Date(midnight - 2 * hour);
  const summer = new Date(midnight - 3 * hour);
  return partsOf(summer)['hour'] === '00' ? summer : winter;
}

/** When a day ends in Finland; days with a change of daylight saving time have 23 or 25 hours. */
export const helsinkiDayEnd = (day: string): Date =>
  helsinkiDayStart(new Date(Date.parse(`${day}T00:00:00Z`) + 24 * hour).toISOString().slice(0, 10));
