import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSameJson } from './is-same-json.ts';

/** The same value with the keys of every object in reverse order. */
const reordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reordered(inner)]),
  );
};

it('ignores the order of keys', () => {
  fc.assert(fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => isSameJson(value, reordered(value))));
});

it('distinguishes the values that JSON distinguishes', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 2 }), fc.jsonValue({ maxDepth: 2 }), (one, other) => {
      fc.pre(JSON.stringify(one) !== JSON.stringify(reordered(other)));
      fc.pre(JSON.stringify(one) !== JSON.stringify(other));
      fc.pre(typeof one !== 'object' || one === null || Array.isArray(one));
      return !isSameJson(one, other);
    }),
  );
});

it.each([
  [{ a: 1 }, { a: 1, b: undefined }, true],
  [{ a: 1 }, { a: 1, b: null }, false],
  [{ a: undefined }, { b: undefined }, true],
  [{ a: 1 }, { b: 1 }, false],
  [[1, 2], [2, 1], false],
  [[], {}, false],
  [null, {}, false],
  [undefined, null, false],
  [-0, 0, true],
  [Number.NaN, Number.NaN, true],
])('compares %j with %j: %s', (one, other, isSame) => {
  expect(isSameJson(one, other)).toBe(isSame);
  expect(isSameJson(other, one)).toBe(isSame);
});
