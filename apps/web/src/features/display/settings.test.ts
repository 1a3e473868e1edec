import { expect, it } from 'vitest';
import { screenSourceOf } from './screen-source.ts';
import { settingsFromAddress } from './settings.ts';

it('reads the settings from the address', () => {
  expect(settingsFromAddress('?seconds=45&theme=light&lang=sv&scenes=goals,plan,goals', 'fi')).toEqual({
    scenes: ['goals', 'plan'],
    seconds: 45,
    theme: 'light',
    night: null,
    language: 'sv',
  });
});

it('uses defaults for invalid settings', () => {
  const look = settingsFromAddress('?seconds=0&theme=pink&lang=xx&scenes=nothing', 'en');
  expect(look).toMatchObject({ seconds: 10, theme: 'dark', language: 'en' });
  expect(look.scenes.length).toBeGreaterThan(3);
  expect(settingsFromAddress('?seconds=soon', 'fi').seconds).toBe(20);
  expect(settingsFromAddress('?seconds=9999', 'fi').seconds).toBe(120);
});

it.each([
  ['/display', { kind: 'paired' }],
  ['/kouvola/2024/display', { kind: 'plan', slug: 'kouvola', year: 2024 }],
  ['/kouvola/2024/display/', { kind: 'plan', slug: 'kouvola', year: 2024 }],
])('reads %s as a screen’s address', (path, source) => {
  expect(screenSourceOf(path)).toEqual(source);
});
