import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Indicator, IndicatorValue } from './contract.ts';
import { directions } from './kind.ts';
import { neededForVerdict, toneOf, trendOf } from './trend.ts';

const at = {
  ageGroup: null,
  sex: null,
  area: 'municipality',
  note: null,
  source: null,
  sourceId: null,
  licence: null,
  version: 1,
} as const;
const value = (period: string | null, number: number, more: Partial<IndicatorValue> = {}): IndicatorValue =>
  ({ kind: 'number', value: number, period, isUncertain: false, ...at, ...more }) as IndicatorValue;
const years = (from: number, numbers: readonly (number | null)[]): IndicatorValue[] =>
  numbers.map((number, index) =>
    number === null
      ? { kind: 'missing', period: String(from + index), isUncertain: false, ...at }
      : value(String(from + index), number),
  );
const judged = (values: IndicatorValue[], more: Partial<Indicator> = {}) => ({
  kind: 'number' as const,
  direction: 'down_is_good' as const,
  decimals: 1,
  breaks: [],
  ...more,
  values,
});
const breakAt = (period: string) => [{ period, note: { fi: 'Uusi tapa laskea' } }];

describe('the trend of a series', () => {
  it('calls a fall good when less is better, and compares the latest with the one before and the range', () => {
    expect(trendOf(judged(years(2019, [12, 14, 13, 11.7])))).toEqual({
      basis: 'series',
      series: { area: 'municipality', ageGroup: null, sex: null },
      move: 'down',
      tone: 'better',
      latest: { period: '2022', value: 11.7 },
      previous: { period: '2021', value: 13 },
      change: -1.3,
      lowest: { period: '2022', value: 11.7 },
      highest: { period: '2020', value: 14 },
      count: 4,
      since: '2019',
      extreme: 'lowest',
    });
  });

  it('gives no verdict from two values, nor from none', () => {
    expect(trendOf(judged(years(2021, [1, 2])))).toMatchObject({ basis: 'none', why: 'too_few', count: 2, needed: 3 });
    expect(trendOf(judged([]))).toMatchObject({ basis: 'none', why: 'no_values' });
    expect(trendOf(judged(years(2021, [null, null, null])))).toMatchObject({ basis: 'none', why: 'no_values' });
    expect(trendOf(judged(years(2019, [1, null, 2, null])))).toMatchObject({ why: 'too_few', count: 2 });
  });

  it('gives no verdict over a break, and one from three values after it', () => {
    const values = years(2017, [50, 52, 54, 10, 11]);
    expect(trendOf(judged(values, { breaks: breakAt('2020') }))).toMatchObject({
      basis: 'none',
      why: 'after_break',
      count: 2,
      since: '2020',
    });
    const longer = trendOf(judged([...values, value('2022', 12)], { breaks: breakAt('2020') }));
    expect(longer).toMatchObject({ basis: 'series', count: 3, highest: { value: 12 }, extreme: 'highest' });
    // A break before the first value, or after the last, has no effect.
    expect(trendOf(judged(values, { breaks: breakAt('2015') }))).toMatchObject({ basis: 'series', count: 5 });
    expect(trendOf(judged(values, { breaks: breakAt('2030') }))).toMatchObject({
      basis: 'none',
      why: 'after_break',
      count: 0,
    });
  });

  it('leaves out a year that a break divides', () => {
    const values = years(2020, [50, 52, 30, 10, 11]);
    const inJune = { breaks: breakAt('2022-06') };
    expect(trendOf(judged(values, inJune))).toMatchObject({ why: 'after_break', count: 2, since: '2022-06' });
    expect(trendOf(judged([...values, value('2025', 12)], inJune))).toMatchObject({ count: 3, since: '2023' });
    // Of two breaks the later counts, whichever period is longer.
    const two = [...breakAt('2022-06'), ...breakAt('2022')];
    expect(trendOf(judged(values, { breaks: two }))).toMatchObject({ count: 2, since: '2022-06' });
  });

  it('gives no verdict on uncertain values', () => {
    const unsure = [...years(2019, [1, 2, 3]), value('2022', 4, { isUncertain: true })];
    expect(trendOf(judged(unsure))).toMatchObject({ basis: 'none', why: 'uncertain' });
    const earlier = [value('2018', 9, { isUncertain: true }), ...years(2019, [1, 2, 3])];
    expect(trendOf(judged(earlier))).toMatchObject({ basis: 'series', move: 'up' });
  });

  it('does not compare months with years, nor one area with another', () => {
    const mixed = [...years(2018, [12, 11, 14, 13]), value('2022-12', 1)];
    expect(trendOf(judged(mixed))).toMatchObject({ latest: { period: '2021' } });
    const regional = [
      ...years(2020, [1, 2]),
      ...years(2018, [5, 6, 7]).map((one) => ({ ...one, area: 'region' as const })),
    ];
    expect(trendOf(judged(regional))).toMatchObject({ basis: 'none', why: 'too_few', count: 2 });
  });

  it('does not compare a range of years or months with a longer one', () => {
    const ranges = ['2015-2016', '2017-2018', '2019-2020', '2019-2021'];
    expect(trendOf(judged(ranges.map((period, at) => value(period, at))))).toMatchObject({
      latest: { period: '2019-2020' },
      count: 3,
    });
    const parts = ['2021-01/2021-03', '2021-04/2021-06', '2021-01/2021-06'];
    expect(trendOf(judged(parts.map((period, at) => value(period, at))))).toMatchObject({ why: 'too_few', count: 2 });
  });

  it('calls a step flat when it is invisible, or small beside the newest values', () => {
    expect(trendOf(judged(years(2019, [1, 2, 3.04, 3.01])))).toMatchObject({
      move: 'flat',
      tone: 'neutral',
      change: 0,
    });
    expect(trendOf(judged(years(2019, [10, 20, 30, 31])))).toMatchObject({ move: 'flat', tone: 'neutral' });
    // In a long even rise each step is small beside the whole, and still a rise.
    const long = Array.from({ length: 40 }, (_, index) => index);
    expect(trendOf(judged(years(1980, long)))).toMatchObject({ move: 'up', tone: 'worse', extreme: 'highest' });
  });

  it('takes the direction that the source states', () => {
    const up: IndicatorValue = { kind: 'trend', value: 'up', period: null, isUncertain: false, ...at };
    expect(trendOf(judged([up], { kind: 'trend' }))).toMatchObject({ basis: 'stated', move: 'up', tone: 'worse' });
    expect(trendOf(judged([], { kind: 'trend' }))).toMatchObject({ basis: 'none', why: 'no_values' });
    expect(trendOf(judged([], { kind: 'text' }))).toMatchObject({ basis: 'none', why: 'not_comparable' });
  });
});

describe('the trend of any series', () => {
  const number = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((whole) => whole / 10);
  const series = fc.array(number, { maxLength: 15 }).map((numbers) => years(2000, numbers));

  it('reverses the move of negated numbers, and keeps its tone when the direction is reversed too', () => {
    fc.assert(
      fc.property(series, fc.constantFrom(...directions), (values, direction) => {
        const turned = values.map((one) => (one.kind === 'number' ? { ...one, value: -one.value } : one));
        const other = { up_is_good: 'down_is_good', down_is_good: 'up_is_good', neutral: 'neutral' } as const;
        const [a, b] = [
          trendOf(judged(values, { direction })),
          trendOf(judged(turned, { direction: other[direction] })),
        ];
        expect(b.basis).toBe(a.basis);
        if (a.basis !== 'series' || b.basis !== 'series') return;
        const opposite = { up: 'down', down: 'up', flat: 'flat' } as const;
        expect(b.move).toBe(opposite[a.move]);
        expect(b.tone).toBe(a.tone);
        expect(b.change).toBeCloseTo(-a.change, 6);
      }),
    );
  });

  it('ignores the order of values, and missing ones', () => {
    fc.assert(
      fc.property(series, fc.array(fc.integer({ min: 1900, max: 1999 }), { maxLength: 5 }), (values, gaps) => {
        const missing = [...new Set(gaps)].flatMap((year) => years(year, [null]));
        expect(trendOf(judged([...values.toReversed(), ...missing]))).toEqual(trendOf(judged(values)));
      }),
    );
  });

  it('gives a verdict exactly when there are enough values, without those before a break', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 1999, max: 2016 }), (values, year) => {
        const breaks = breakAt(String(year));
        const after = values.filter(({ period }) => Number(period) >= year || year <= 2000);
        const trend = trendOf(judged(values, { breaks }));
        expect(trend.basis).toBe(after.length >= neededForVerdict ? 'series' : 'none');
        if (trend.basis === 'series') {
          expect(trend).toEqual(trendOf(judged(after)));
          expect(trend.lowest.value).toBeLessThanOrEqual(trend.latest.value);
          expect(trend.highest.value).toBeGreaterThanOrEqual(trend.latest.value);
        }
      }),
    );
  });

  it('gives opposite moves opposite tones, and a neutral direction no tone', () => {
    fc.assert(
      fc.property(fc.constantFrom('up' as const, 'down' as const), (move) => {
        expect(toneOf(move, 'neutral')).toBe('neutral');
        expect([toneOf(move, 'up_is_good'), toneOf(move, 'down_is_good')].toSorted()).toEqual(['better', 'worse']);
      }),
    );
  });
});
