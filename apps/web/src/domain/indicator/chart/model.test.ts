import type { Indicator, IndicatorValue } from '@vointi/shared/indicator/contract.ts';
import { describe, expect, it } from 'vitest';
import { latestOf } from '@vointi/shared/indicator/series.ts';
import { trendOf } from '@vointi/shared/indicator/trend.ts';
import { beginsAtZero, chartModelOf, cutsOf, isCount, rowsOf } from './model.ts';
import { ofEverybody } from '@vointi/shared/indicator/testing/of-everybody.ts';

const number = (period: string, value: number, more: Partial<IndicatorValue> = {}) =>
  ({ kind: 'number', period, value, ...ofEverybody, ...more }) as IndicatorValue;

const drawn = (values: IndicatorValue[], more: Partial<Pick<Indicator, 'breaks' | 'targets'>> = {}) =>
  chartModelOf({ values, breaks: [], targets: [], ...more }, 'total').series.map(({ segments }) =>
    segments.map((points) => points.map(({ value }) => value)),
  );

describe('a line', () => {
  it('continues through years without figures', () => {
    expect(drawn([number('1980', 1), number('1990', 2), number('2018', 3)])).toEqual([[[1, 2, 3]]]);
  });

  it('ends at a break, and restarts with the period of the break', () => {
    const breaks = [{ period: '2019', note: { fi: 'Peruste muuttui.' } }];
    expect(drawn([number('2017', 1), number('2018', 2), number('2019', 3)], { breaks })).toEqual([[[1, 2], [3]]]);
  });

  it('continues through the year of a break within it, and restarts with the next year', () => {
    const breaks = [{ period: '2018-06', note: { fi: 'Peruste muuttui.' } }];
    const values = [number('2017', 1), number('2018', 2), number('2019', 3), number('2020', 4)];
    expect(drawn(values, { breaks })).toEqual([
      [
        [1, 2],
        [3, 4],
      ],
    ]);
    expect(chartModelOf({ values, breaks, targets: [] }, 'total').breaks).toEqual([{ period: '2018-06', at: 2019.5 }]);
  });

  it('ends at a missing or hidden figure, which does not count as zero', () => {
    const missing: IndicatorValue = { kind: 'missing', period: '2019', ...ofEverybody };
    const hidden: IndicatorValue = { kind: 'suppressed', period: '2021', ...ofEverybody };
    const values = [number('2018', 1), missing, number('2020', 0), hidden, number('2022', 2)];
    expect(drawn(values)).toEqual([[[1], [0], [2]]]);
  });

  it('sorts its figures by time', () => {
    expect(drawn([number('2020', 2), number('2018', 1)])).toEqual([[[1, 2]]]);
  });

  it('draws years or months, never both', () => {
    expect(drawn([number('2018', 1), number('2019', 2), number('2019-12', 9)])).toEqual([[[1, 2]]]);
  });

  it('leaves out a figure without a period', () => {
    expect(drawn([{ ...number('2018', 1), period: null } as IndicatorValue, number('2019', 2)])).toEqual([[[2]]]);
  });
});

describe('breakdowns', () => {
  const values = [
    number('2022', 10),
    number('2022', 4, { ageGroup: 'older_people' }),
    number('2022', 6, { ageGroup: 'children_youth' }),
    number('2022', 5, { sex: 'female' }),
    number('2022', 11, { area: 'region' }),
  ];

  it('offers those with more than one series', () => {
    expect(cutsOf(values)).toEqual(['total', 'ageGroup', 'area']);
    expect(cutsOf([])).toEqual([]);
  });

  it('sorts age groups and areas in the usual order', () => {
    const order = (cut: 'ageGroup' | 'area') =>
      chartModelOf({ values, breaks: [], targets: [] }, cut).series.map(({ who }) => who.ageGroup ?? who.area);
    expect(order('ageGroup')).toEqual(['children_youth', 'older_people']);
    expect(order('area')).toEqual(['municipality', 'region']);
  });

  it('starts with another area when the municipality’s figures are hidden', () => {
    const hidden = { kind: 'suppressed', period: '2022', ...ofEverybody } as const;
    const region = number('2022', 11, { area: 'region' });
    expect(cutsOf([hidden, region])).toEqual(['area']);
    expect(cutsOf([region])).toEqual(['total']);
  });

  it('leaves out the total, which would count people twice', () => {
    const ages = [...values, number('2022', 10, { ageGroup: 'all_ages' })];
    const { series } = chartModelOf({ values: ages, breaks: [], targets: [] }, 'ageGroup');
    expect(series.map(({ who }) => who.ageGroup)).toEqual(['children_youth', 'older_people']);
  });

  it('stacks counts only, as shares do not add up', () => {
    expect(isCount({ unit: { fi: 'hlö' }, decimals: 0 })).toBe(true);
    expect(isCount({ unit: { fi: '% työvoimasta' }, decimals: 0 })).toBe(false);
    expect(isCount({ unit: { fi: 'tapausta / 1 000 asukasta' }, decimals: 0 })).toBe(false);
    expect(isCount({ unit: { fi: 'hlö' }, decimals: 1 })).toBe(false);
  });
});

describe('title and chart', () => {
  const yearly = ['2019', '2020', '2021'].map((year, at) => number(year, at + 1));
  const monthly = ['2021-10', '2021-11', '2021-12', '2022-01'].map((month, at) => number(month, at + 20));
  const breaks = [{ period: '2020-06', note: { fi: 'Peruste muuttui.' } }];
  const series = {
    'years and fewer months': [...yearly, ...monthly.slice(2)],
    'as many months as years': [...monthly.slice(1), ...yearly],
    'months and fewer years': [...yearly, ...monthly],
    'everybody written in two ways': [...yearly.map((one) => ({ ...one, ageGroup: 'all_ages' as const })), ...monthly],
    'an age group and another area': [
      ...monthly.map((one) => ({ ...one, area: 'region' as const })),
      ...yearly.map((one) => ({ ...one, ageGroup: 'older_people' as const })),
    ],
    'ranges of two lengths': ['2016-2018', '2019-2021', '2019-2020'].map((range, at) => number(range, at)),
  };

  it.each(Object.entries(series))('show the same figures: %s', (_, values) => {
    for (const own of [[], breaks]) {
      const trend = trendOf({ kind: 'number', direction: 'neutral', decimals: 0, values, breaks: own });
      const { series: lines } = chartModelOf({ values, breaks: own, targets: [] }, 'total');
      const last = lines[0]?.segments.at(-1) ?? [];
      const latest = latestOf(values, trend);
      expect(last.at(-1)).toMatchObject({ period: latest?.period, value: latest?.kind === 'number' && latest.value });
      if (trend.basis === 'series') expect([last[0]?.period, last.length]).toEqual([trend.since, trend.count]);
      // No figure yet after a break within the latest period.
      else if (trend.basis === 'none' && trend.count > 0) expect(last.length).toBe(trend.count);
    }
  });
});

describe('the drawing', () => {
  it('makes a row for each period and a column for each segment', () => {
    const breaks = [{ period: '2019', note: { fi: 'Peruste muuttui.' } }];
    const model = chartModelOf({ values: [number('2018', 1), number('2019', 0)], breaks, targets: [] }, 'total');
    expect(rowsOf(model)).toEqual([
      { period: '2018', at: 2018.5, s0_0: 1 },
      { period: '2019', at: 2019.5, s0_1: 0 },
    ]);
  });

  it('starts at zero unless that flattens the line, and counts the target in', () => {
    const model = (values: number[], target?: number) =>
      chartModelOf(
        {
          values: values.map((value, at) => number(String(2018 + at), value)),
          breaks: [],
          targets: target === undefined ? [] : [{ period: '2025', value: target }],
        },
        'total',
      );
    expect(beginsAtZero(model([83_177, 78_880]))).toBe(false);
    expect(beginsAtZero(model([83_177, 78_880], 100))).toBe(true);
    expect(beginsAtZero(model([-5, 10]))).toBe(true);
  });
});
