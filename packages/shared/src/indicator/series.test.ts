import { describe, expect, it } from 'vitest';
import type { IndicatorValue } from './contract.ts';
import { courseOf, headlineOf, latestOf } from './series.ts';
import { trendOf } from './trend.ts';
import { ofEverybody } from './testing/of-everybody.ts';

type More = Partial<Pick<IndicatorValue, 'ageGroup' | 'sex' | 'area'>>;
const value = (period: string | null, given: number | 'missing' | 'suppressed', more: More = {}): IndicatorValue => ({
  period,
  ...ofEverybody,
  ...more,
  ...(typeof given === 'string' ? { kind: given } : { kind: 'number', value: given }),
});
const everybody = { ageGroup: null, sex: null, area: 'municipality' } as const;
const trend = (values: IndicatorValue[]) =>
  trendOf({ kind: 'number', direction: 'neutral', decimals: 0, breaks: [], values });

describe('the headline series', () => {
  it('takes everybody in the municipality, else one age group, one sex, another area', () => {
    const region = value('2023', 1, { area: 'region' });
    const female = value('2023', 2, { sex: 'female' });
    const young = value('2023', 3, { ageGroup: 'children_youth' });
    const all = value('2023', 4, { ageGroup: 'all_ages' });
    const order = [region, female, young, all].toReversed();
    expect(headlineOf(order)).toEqual({ ...everybody, ageGroup: 'all_ages' });
    expect(headlineOf([region, young, female])).toEqual({ ...everybody, sex: 'female' });
    expect(headlineOf([region, young])).toEqual({ ...everybody, ageGroup: 'children_youth' });
    expect(headlineOf([region])).toEqual({ ...everybody, area: 'region' });
    expect(headlineOf([])).toBeUndefined();
  });

  it('counts hidden values, and not missing ones', () => {
    const region = value('2023', 90, { area: 'region' });
    expect(headlineOf([region, value('2023', 'suppressed')])).toEqual(everybody);
    expect(headlineOf([region, value('2023', 'missing')])).toEqual({ ...everybody, area: 'region' });
    expect(headlineOf([value('2023', 'missing')])).toEqual(everybody);
    // The region does not replace a hidden series.
    expect(
      trend([value('2023', 'suppressed'), ...['2021', '2022', '2023'].map((year) => value(year, 5, region))]),
    ).toMatchObject({ basis: 'none', why: 'no_values' });
  });
});

describe('the comparable values', () => {
  const mixed = [value('2022-12', 9), value('2022', 3), value('2021', 2), value('2020', 'missing'), value(null, 7)];

  it('keeps one form, oldest first, with missing and hidden ones', () => {
    expect(courseOf(mixed, everybody).map(({ period }) => period)).toEqual(['2020', '2021', '2022']);
    expect(courseOf([...mixed, value('2019', 'suppressed')], everybody)[0]).toMatchObject({ kind: 'suppressed' });
    expect(courseOf([value(null, 7)], everybody)).toHaveLength(1);
    expect(courseOf(mixed, { ...everybody, sex: 'male' })).toEqual([]);
  });

  it('gives the newest of them, not a month beside its years', () => {
    expect(latestOf(mixed, trend(mixed))).toMatchObject({ period: '2022', value: 3 });
    expect(latestOf([value('2021', 2), value('2022', 'missing')], trend([]))).toMatchObject({ value: 2 });
    expect(latestOf([value('2021', 2), value('2022', 'suppressed')], trend([]))).toMatchObject({ kind: 'suppressed' });
    expect(latestOf([value('2022', 'missing')], trend([]))).toMatchObject({ kind: 'missing' });
    expect(latestOf([], trend([]))).toBeNull();
  });

  it('gives the value of the verdict when a newer one is hidden', () => {
    const values = [value('2020', 6), value('2021', 7), value('2022', 9), value('2023', 'suppressed')];
    expect(latestOf(values, trend(values))).toMatchObject({ period: '2022', value: 9 });
  });
});
