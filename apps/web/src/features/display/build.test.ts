import { expect, it } from 'vitest';
import { isWorthReloading } from './build.ts';

it('loads a new build once, and never again for the same', () => {
  expect(isWorthReloading('b', 'a', [])).toBe(true);
  expect(isWorthReloading('b', 'a', ['b'])).toBe(false);
  expect(isWorthReloading('a', 'a', [])).toBe(false);
});

it('does nothing where either is not known', () => {
  expect(isWorthReloading(null, 'a', [])).toBe(false);
  expect(isWorthReloading('b', null, [])).toBe(false);
});
