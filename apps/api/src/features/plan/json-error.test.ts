import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonErrorAt, placeOf } from './json-error.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('jsonErrorAt', () => {
  it.each([
    ['', 0],
    ['abc', 0],
    ['{"a":1,}', 7],
    ['{"a":1', 6],
    ['["x', 3],
    ['["a\\q"]', 3],
    ['{"a" 1}', 5],
    ['[1 2]', 3],
    ['["a" "b"]', 5],
    ['[1,]', 3],
    ['{"a":1}x', 7],
    ['{a:1}', 1],
    ['[01]', 2],
    ['[}', 1],
    ['["a\tb"]', 3],
  ])('%j is wrong at %i', (text, at) => {
    expect(jsonErrorAt(text)).toBe(at);
  });

  it('agrees with JSON.parse on every text', () => {
    const signs = fc.constantFrom(
      ...'{}[],:"\\ \n\t019.-+eEtrufalsn\u0001\u007fä😀',
      'true',
      'null',
      '"a"',
      '"b":',
      '\\u00e4',
    );
    const mess = fc.array(signs, { maxLength: 12 }).map((parts) => parts.join(''));
    const spoilt = fc
      .tuple(fc.json(), fc.nat(), signs)
      .map(([text, at, sign]) => text.slice(0, at % (text.length + 1)) + sign + text.slice(at % (text.length + 1)));
    fc.assert(
      fc.property(fc.oneof(fc.json(), mess, spoilt), (text) => {
        expect(jsonErrorAt(text) === null).toBe(isJson(text));
      }),
      { numRuns: 5_000 },
    );
  });

  it('copes with a long text and a deep one', () => {
    expect(jsonErrorAt(`["${'x'.repeat(5_000_000)}"`)).toBe(5_000_003);
    expect(jsonErrorAt('['.repeat(1_000_000))).toBe(1_000_000);
  });
});

describe('placeOf', () => {
  it('counts lines and characters as an editor does', () => {
    const text = '{\r\n  "ä😀": x';
    expect(placeOf(text, text.indexOf('x'))).toEqual({ line: 2, column: 9 });
  });
});
