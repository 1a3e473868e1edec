import { helsinkiDay } from '@vointi/shared/text/helsinki.ts';

/** A day in Finland (2026-12-01) counted by the calendar, because a day can have 23 or 25 hours. */
export const dayFromToday = (days: number, today = new Date()): string =>
  new Date(Date.parse(`${helsinkiDay(today)}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** 2026-12-01 as the form takes it: 1.12.2026. */
export const dayText = (day: string): string => day.split('-').map(Number).toReversed().join('.');

/** 1.12.2026 or 01.12.2026 as 2026-12-01. */
export const parseDay = (text: string): string =>
  text
    .split('.')
    .map((part) => part.padStart(2, '0'))
    .toReversed()
    .join('-');
