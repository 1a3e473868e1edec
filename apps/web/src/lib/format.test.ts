import { describe, expect, it } from 'vitest';
import { formatIn } from './format.ts';

describe('dates', () => {
  it.each([
    ['fi', '24.11.2026 klo 15.04'],
    ['sv', '24.11.2026 kl. 15.04'],
    ['en', '24.11.2026 at 15:04'],
  ] as const)('writes the date in %s: %s', (language, expected) => {
    expect(formatIn(language).dateTime('2026-11-24T13:04:00Z')).toBe(expected);
  });

  it.each([
    ['fi', '24.11.2026 klo 2.16'],
    ['sv', '24.11.2026 kl. 2.16'],
    ['en', '24.11.2026 at 02:16'],
  ] as const)('writes an early hour in %s: %s', (language, expected) => {
    expect(formatIn(language).dateTime('2026-11-24T00:16:00Z')).toBe(expected);
  });

  it('writes midnight with a zero', () => {
    expect(formatIn('fi').time('2026-11-24T22:05:00Z')).toBe('0.05');
  });

  it.each([
    ['2026-01-31T22:00:00Z', '01.02.2026'],
    ['2026-06-30T20:59:59Z', '30.06.2026'],
    ['2026-06-30T21:00:00Z', '01.07.2026'],
    ['2028-02-28T22:30:00Z', '29.02.2028'],
  ])('formats %s as %s, the time in Helsinki, in every time zone', (when, expected) => {
    expect(formatIn('fi').date(when)).toBe(expected);
  });
});

describe('numbers', () => {
  it('uses the decimal sign of the language and a no-break space', () => {
    expect(formatIn('fi').number(2050)).toBe('2\u00a0050');
    expect(formatIn('fi').number(10.7, 1)).toBe('10,7');
    expect(formatIn('sv').number(10.7, 1)).toBe('10,7');
    expect(formatIn('en').number(10.7, 1)).toBe('10.7');
  });

  it('writes a change with its sign', () => {
    const { change } = formatIn('fi');
    expect([3, -2, 0].map(change)).toEqual(['+3', '−2', '0']);
  });
});
