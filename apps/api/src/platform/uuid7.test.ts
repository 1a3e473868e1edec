import { expect, it } from 'vitest';
import { uuid7 } from './uuid7.ts';

it('makes valid ids that carry the time, grow and never repeat', () => {
  const before = Date.now();
  const ids = Array.from({ length: 50_000 }, uuid7);
  expect(ids.every((id) => /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id, index) => index === 0 || id > (ids[index - 1] ?? ''))).toBe(true);
  const time = Number.parseInt((ids[0] ?? '').replace('-', '').slice(0, 12), 16);
  expect(time).toBeGreaterThanOrEqual(before);
  expect(time).toBeLessThan(before + 10_000);
});
