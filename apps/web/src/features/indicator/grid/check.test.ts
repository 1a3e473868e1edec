import { describe, expect, it } from 'vitest';
import { checkCell as check } from './check.ts';

const checkCell = (text: string, format: Parameters<typeof check>[1]) => check({ text, localizedText: null }, format);
const number = { kind: 'number', decimals: 1 } as const;

describe('a cell of numbers', () => {
  it.each([
    ['10,7 %', 10.7],
    ['2 050', 2050],
    ['2\u00a0050', 2050],
    ['−50 %', -50],
    ['-3', -3],
    ['0', 0],
  ])('takes %j', (text, value) => {
    expect(checkCell(text, number)).toEqual({ value: { kind: 'number', value } });
  });

  it.each([
    ['Entre 200 et 500', 'not_a_number'],
    ['2.050', 'ambiguous'],
    ['1,25', 'too_many_decimals'],
    ['abc', 'not_a_number'],
  ])('refuses %j: %s', (text, refusal) => {
    expect(checkCell(text, number)).toEqual({ refusal });
  });

  it.each(['ei lukua', 'Ei lukua', '..', '–', 'saknas', 'no figure'])('takes %j as a missing figure', (text) => {
    expect(checkCell(text, number)).toEqual({ value: { kind: 'missing' } });
  });

  it('takes an empty text as no value, not as zero', () => {
    expect(checkCell('  ', number)).toEqual({ value: { kind: 'none' } });
  });
});

describe('cells of other kinds', () => {
  it.each([
    ['milestone', '12/2022', { kind: 'milestone', value: '2022-12' }],
    ['yes_no', 'Kyllä', { kind: 'yes_no', value: true }],
    ['trend', '-', { kind: 'trend', value: 'down' }],
    ['trend', 'ei lukua', { kind: 'missing' }],
    ['text', 'Entre 200 et 500', { kind: 'text', value: { fi: 'Entre 200 et 500' } }],
  ] as const)('takes as %s %j', (kind, text, value) => {
    expect(checkCell(text, { kind, decimals: 0 })).toEqual({ value });
  });

  it('keeps the translations of a text', () => {
    const localizedText = { fi: 'valmis', sv: 'klart' };
    expect(check({ text: 'valmis', localizedText }, { kind: 'text', decimals: 0 })).toEqual({
      value: { kind: 'text', value: localizedText },
    });
  });
});
