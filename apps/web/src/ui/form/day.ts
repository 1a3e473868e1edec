const isReal = (year: number, month: number, day: number) => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** 24.11.2026, or 1.8.2026, as 2026-11-24; null when it is no day. */
export function parseDay(text: string): string | null {
  const [, day, month, year] = /^\s*(\d{1,2})\.(\d{1,2})\.(\d{4})\s*$/.exec(text) ?? [];
  if (!day || !month || !year || !isReal(Number(year), Number(month), Number(day))) return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** 2026-08-01 as 01.08.2026, as it is written in all three languages; nothing as nothing. */
export const dayText = (day: string | null): string => (day === null ? '' : day.split('-').toReversed().join('.'));
