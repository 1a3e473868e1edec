import { hasDay } from '@vointi/shared/text/calendar.ts';

/** Parses 24.11.2026 or 1.8.2026 to 2026-11-24; null when it is not a day. */
export function parseDay(text: string): string | null {
  const [, day, month, year] = /^\s*(\d{1,2})\.(\d{1,2})\.(\d{4})\s*$/.exec(text) ?? [];
  if (!day || !month || !year || !hasDay(Number(year), Number(month), Number(day))) return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Formats 2026-08-01 as 01.08.2026, the same in every language; null as an empty text. */
export const dayText = (day: string | null): string => (day === null ? '' : day.split('-').toReversed().join('.'));
