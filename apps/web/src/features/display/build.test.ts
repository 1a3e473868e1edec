import { expect, it } from 'vitest';
import { isWorthReloading } from './build.ts';

const now = Date.parse('2026-11-24T13:04:00.000Z');
const minute = 60_000;

it('loads a new build once, and the same one again after an hour', () => {
  expect(isWorthReloading('b', 'a', {}, now)).toBe(true);
  expect(isWorthReloading('b', 'a', { b: now - 59 * minute }, now)).toBe(false);
  expect(isWorthReloading('b', 'a', { b: now - 60 * minute }, now)).toBe(true);
  expect(isWorthReloading('b', 'a', { b: now + 3 * 60 * minute }, now), 'a clock that was set back').toBe(true);
  expect(isWorthReloading('a', 'a', {}, now)).toBe(false);
});

it('does nothing when either build is unknown', () => {
  expect(isWorthReloading(null, 'a', {}, now)).toBe(false);
  expect(isWorthReloading('b', null, {}, now)).toBe(false);
});
