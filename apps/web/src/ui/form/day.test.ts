import { expect, it } from 'vitest';
import { dayText, parseDay } from './day.ts';

it('parses Finnish dates', () => {
  expect(parseDay('24.11.2026')).toBe('2026-11-24');
  expect(parseDay(' 1.8.2026 ')).toBe('2026-08-01');
});

it.each(['31.4.2026', '29.2.2026', '0.1.2026', '2026-11-24', '24.11.26', '24/11/2026', ''])('refuses %s', (text) => {
  expect(parseDay(text)).toBeNull();
});

it('formats what it parses', () => {
  expect(dayText('2026-08-01')).toBe('01.08.2026');
  expect(parseDay(dayText('2026-11-24'))).toBe('2026-11-24');
  expect(dayText(null)).toBe('');
});
