import { expect, it } from 'vitest';
import { screenSourceOf } from './screen-source.ts';
import { lookOf } from './settings.ts';

it('takes what an address says of the picture', () => {
  expect(lookOf('?seconds=45&theme=light&lang=sv&scenes=goals,plan,goals', 'fi')).toEqual({
    scenes: ['goals', 'plan'],
    seconds: 45,
    theme: 'light',
    night: null,
    language: 'sv',
  });
});

it('shows something whatever it says', () => {
  const look = lookOf('?seconds=0&theme=pink&lang=xx&scenes=nothing', 'en');
  expect(look).toMatchObject({ seconds: 10, theme: 'dark', language: 'en' });
  expect(look.scenes.length).toBeGreaterThan(3);
  expect(lookOf('?seconds=soon', 'fi').seconds).toBe(20);
  expect(lookOf('?seconds=9999', 'fi').seconds).toBe(120);
});

it.each([
  ['/display', { kind: 'paired' }],
  ['/kouvola/2024/display', { kind: 'plan', slug: 'kouvola', year: 2024 }],
  ['/kouvola/2024/display/', { kind: 'plan', slug: 'kouvola', year: 2024 }],
])('%s is a screen', (path, place) => {
  expect(screenSourceOf(path)).toEqual(place);
});
