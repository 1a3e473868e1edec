import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IndicatorKind } from './kind.ts';
import { trends } from './kind.ts';
import { languages } from '../text/text.ts';
import type { FigureValue } from '../report/contract.ts';
import { type FigureReason, formatFigure, parseFigure } from './figures.ts';

const number = (typed: string, decimals = 0) => {
  const { value, reason } = parseFigure('number', typed, decimals);
  return value?.value ?? reason;
};

describe('a number', () => {
  it.each<[string, number, number]>([
    ['0', 0, 0],
    ['2050', 0, 2050],
    ['2 050', 0, 2050],
    ['2\u00a0050', 0, 2050],
    ['2\u202f050', 0, 2050],
    ['1 234 567', 0, 1_234_567],
    [' 10,7 ', 1, 10.7],
    ['10.7', 1, 10.7],
    ['10,70', 1, 10.7],
    ['350,0', 0, 350],
    ['0,050', 2, 0.05],
    ['2,345', 3, 2.345],
    ['-3', 0, -3],
    ['−3,5', 1, -3.5],
    ['–3', 0, -3],
    ['- 3', 0, -3],
    ['10,7 %', 1, 10.7],
    ['10,7%', 1, 10.7],
    ['350 nuorta', 0, 350],
    ['350nuorta', 0, 350],
    ['12 000 €', 0, 12_000],
    ['40 hlö', 0, 40],
    ['3 kpl/kk', 0, 3],
    ['120 m2', 0, 120],
    ['12 young people', 0, 12],
    ['1000000000000', 0, 1e12],
  ])('parses %j with %i decimals as %d', (typed, decimals, value) => {
    expect(number(typed, decimals)).toBe(value);
  });

  it.each<[string, number, FigureReason]>([
    ['', 0, 'empty'],
    ['  ', 0, 'empty'],
    ['2.050', 0, 'ambiguous'],
    ['2.050', 1, 'ambiguous'],
    ['2,050', 0, 'ambiguous'],
    ['2,000', 2, 'ambiguous'],
    ['-2.050 €', 2, 'ambiguous'],
    ['1.234.567', 0, 'ambiguous'],
    ['1,234.5', 1, 'ambiguous'],
    ['1.234,5', 1, 'ambiguous'],
    ['10,75', 1, 'too_many_decimals'],
    ['10,7', 0, 'too_many_decimals'],
    ['1234.567', 2, 'too_many_decimals'],
    ['1000000000001', 0, 'out_of_range'],
    ['noin 200', 0, 'not_a_number'],
    ['200–300', 0, 'not_a_number'],
    ['5 tai 6', 0, 'not_a_number'],
    ['2 05', 0, 'not_a_number'],
    ['20 50', 0, 'not_a_number'],
    ['1E3', 0, 'not_a_number'],
    ['5e-2', 3, 'not_a_number'],
    ['2 tuhatta', 0, 'not_a_number'],
    ['2 milj. €', 0, 'not_a_number'],
    ['3 t€', 0, 'not_a_number'],
    ['1e5', 0, 'not_a_number'],
    ['10,7 % (12/2022)', 1, 'not_a_number'],
    ['kymmenen', 0, 'not_a_number'],
    ['-', 0, 'not_a_number'],
    [',5', 1, 'not_a_number'],
    ['9'.repeat(61), 0, 'too_long'],
  ])('refuses %j with %i decimals: %s', (typed, decimals, reason) => {
    expect(number(typed, decimals)).toBe(reason);
  });
});

describe('the other kinds', () => {
  it.each<[IndicatorKind, string, unknown]>([
    ['yes_no', 'Kyllä', true],
    ['yes_no', 'ja', true],
    ['yes_no', 'YES', true],
    ['yes_no', 'ei.', false],
    ['yes_no', 'Nej', false],
    ['yes_no', 'no', false],
    ['yes_no', 'ehkä', 'not_yes_no'],
    ['yes_no', 'eikä', 'not_yes_no'],
    ['milestone', '3/2024', '2024-03'],
    ['milestone', '03/2024', '2024-03'],
    ['milestone', '03.2024', '2024-03'],
    ['milestone', '15.3.2024', '2024-03-15'],
    ['milestone', '15.03.2024', '2024-03-15'],
    ['milestone', '29.2.2024', '2024-02-29'],
    ['milestone', '2024-03', '2024-03'],
    ['milestone', '2024-03-15', '2024-03-15'],
    ['milestone', '29.2.2023', 'no_such_date'],
    ['milestone', '31.4.2024', 'no_such_date'],
    ['milestone', '13/2024', 'no_such_date'],
    ['milestone', '0/2024', 'no_such_date'],
    ['milestone', '1.13.2024', 'no_such_date'],
    ['milestone', '3/0024', 'no_such_date'],
    ['milestone', '3/24', 'not_a_month_or_day'],
    ['milestone', 'keväällä', 'not_a_month_or_day'],
    ['milestone', '2024', 'not_a_month_or_day'],
    ['trend', 'Kasvaa', 'up'],
    ['trend', 'nousussa', 'up'],
    ['trend', '↑', 'up'],
    ['trend', '➡️', 'flat'],
    ['trend', 'oförändrad', 'flat'],
    ['trend', '↘', 'down'],
    ['trend', 'falling', 'down'],
    ['trend', 'parempi', 'not_a_trend'],
    ['text', '  Sujuvasti. ', 'Sujuvasti.'],
    ['text', 'a'.repeat(500), 'a'.repeat(500)],
    ['text', 'a'.repeat(501), 'too_long'],
    ['text', ' ', 'empty'],
  ])('parses as %s: %j is %j', (kind, typed, expected) => {
    const { value, reason } = parseFigure(kind, typed, 0);
    expect(value?.value ?? reason).toBe(expected);
    if (value) expect(value.kind).toBe(kind);
  });
});

it('writes a comma in Finnish and Swedish, a point in English, and no-break spaces', () => {
  const figure: FigureValue = { kind: 'number', value: -1_234_567.5 };
  expect(languages.map((language) => formatFigure(figure, language))).toEqual([
    '−1\u00a0234\u00a0567,5',
    '−1\u00a0234\u00a0567,5',
    '−1\u00a0234\u00a0567.5',
  ]);
  expect(formatFigure({ kind: 'milestone', value: '2024-03-05' }, 'fi')).toBe('05.03.2024');
  expect(formatFigure({ kind: 'milestone', value: '2024-03' }, 'fi')).toBe('03/2024');
});

const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
const decimals = fc.integer({ min: 0, max: 6 });
const anyFigure: fc.Arbitrary<[FigureValue, number]> = fc.oneof(
  fc
    .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), decimals)
    .map(([units, places]): [FigureValue, number] => [
      { kind: 'number', value: Number((units / 10 ** places).toFixed(places)) + 0 },
      places,
    ]),
  fc.integer({ min: -1e12, max: 1e12 }).map((value): [FigureValue, number] => [{ kind: 'number', value }, 0]),
  fc.boolean().map((value): [FigureValue, number] => [{ kind: 'yes_no', value }, 0]),
  fc
    .tuple(day, fc.constantFrom(7, 10))
    .map(([at, length]): [FigureValue, number] => [{ kind: 'milestone', value: at.toISOString().slice(0, length) }, 0]),
  fc.constantFrom(...trends).map((value): [FigureValue, number] => [{ kind: 'trend', value }, 0]),
  fc
    .string({ minLength: 1, maxLength: 100 })
    .map((text) => text.normalize('NFC').trim())
    .filter((text) => text !== '')
    .map((value): [FigureValue, number] => [{ kind: 'text', value }, 0]),
);

it('reads back what it writes, in every language', () => {
  fc.assert(
    fc.property(anyFigure, fc.constantFrom(...languages), ([figure, places], language) => {
      expect(parseFigure(figure.kind, formatFigure(figure, language), places)).toEqual({ value: figure });
    }),
    { numRuns: 2000 },
  );
});

it('never throws, and gives values that the contract accepts, for any text', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 600 }),
    fc.string({ unit: fc.constantFrom(...'0123456789 .,-–−%€\u00a0/knae'), maxLength: 20 }),
  );
  fc.assert(
    fc.property(
      fc.constantFrom('number', 'milestone', 'text', 'trend', 'yes_no'),
      typed,
      decimals,
      (kind, text, places) => {
        const { value } = parseFigure(kind, text, places);
        if (value?.kind === 'number') expect(Number.isFinite(value.value) && Math.abs(value.value) <= 1e12).toBe(true);
        if (value?.kind === 'text') expect(value.value.length).toBeLessThanOrEqual(500);
        if (value?.kind === 'milestone')
          expect(value.value).toMatch(/^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/);
      },
    ),
    { numRuns: 2000 },
  );
});
