import { describe, expect, it } from 'vitest';
import type { IndicatorValue } from './contract.ts';
import { countsOf, forPublic, hiddenIn } from './suppress.ts';

type Where = Partial<Pick<IndicatorValue, 'ageGroup' | 'sex' | 'area' | 'period'>>;
const count = (value: number, where: Where = {}): IndicatorValue => ({
  kind: 'number',
  value,
  period: '2023',
  ageGroup: null,
  sex: null,
  area: 'municipality',
  note: { fi: `${value} ihmistä` },
  source: null,
  sourceId: null,
  licence: null,
  isUncertain: false,
  version: 1,
  ...where,
});
const hideIn = (values: IndicatorValue[]) => forPublic(values, hiddenIn(countsOf(values)));
const shownOf = (values: IndicatorValue[]) =>
  hideIn(values).map((value) => (value.kind === 'number' ? value.value : value.kind));

describe('counts of people', () => {
  it('one to four are hidden, zero and five are shown; a note that could tell goes too', () => {
    expect(shownOf([0, 1, 4, 5].map((value, at) => count(value, { period: `202${at}` })))).toEqual([
      0,
      'suppressed',
      'suppressed',
      5,
    ]);
    expect(JSON.stringify(hideIn([count(3)]))).not.toContain('3 ihmistä');
  });

  it('one hidden part of a shown total takes the smallest other part with it', () => {
    expect(shownOf([count(40), count(3, { sex: 'female' }), count(37, { sex: 'male' })])).toEqual([
      40,
      'suppressed',
      'suppressed',
    ]);
    const ages = [
      count(100),
      count(4, { ageGroup: 'children_youth' }),
      count(60, { ageGroup: 'working_age' }),
      count(36, { ageGroup: 'older_people' }),
    ];
    expect(shownOf(ages)).toEqual([100, 'suppressed', 60, 'suppressed']);
  });

  it('two hidden parts hide each other, and without a total nothing can be subtracted', () => {
    const ages = [
      count(20),
      count(4, { ageGroup: 'children_youth' }),
      count(3, { ageGroup: 'working_age' }),
      count(13, { ageGroup: 'older_people' }),
    ];
    expect(shownOf(ages)).toEqual([20, 'suppressed', 'suppressed', 13]);
    expect(shownOf([count(3, { sex: 'female' }), count(37, { sex: 'male' })])).toEqual(['suppressed', 37]);
  });

  it('hidden parts are not so few together that each can be counted', () => {
    const months = (numbers: number[]) => [
      count(numbers.reduce((sum, one) => sum + one, 0)),
      ...numbers.map((value, at) => count(value, { period: `2023-${String(at + 1).padStart(2, '0')}` })),
    ];
    // Twelve months with one each: the year says as much of each of them.
    expect(shownOf(months(Array.from({ length: 12 }, () => 1)))[0]).toBe('suppressed');
    // Five months with one each and a year of five: one of nobody is hidden with them.
    expect(shownOf(months([1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0])).filter((one) => one === 'suppressed')).toHaveLength(6);
    // Two that are two together are one each.
    expect(shownOf(months([1, 1, 18, 9, 9, 9, 9, 9, 9, 9, 9, 9]))).toEqual([
      ...[101, 'suppressed', 'suppressed', 18, 'suppressed'],
      ...Array.from({ length: 8 }, () => 9),
    ]);
  });

  it('periods that make a longer one are its parts', () => {
    const quarter = (value: number, from: number) =>
      count(value, { period: `2023-0${from}/2023-${String(from + 2).padStart(2, '0')}` });
    expect(
      shownOf([count(60), quarter(3, 1), quarter(17, 4), quarter(19, 7), count(21, { period: '2023-10/2023-12' })]),
    ).toEqual([60, 'suppressed', 'suppressed', 19, 21]);
    expect(
      shownOf([
        count(60, { period: '2021-2023' }),
        count(30, { period: '2021' }),
        count(28, { period: '2022' }),
        count(2),
      ]),
    ).toEqual([60, 30, 'suppressed', 'suppressed']);
    // A year that is not among them is not known either.
    expect(shownOf([count(60, { period: '2021-2023' }), count(28, { period: '2022' }), count(2)])).toEqual([
      60,
      28,
      'suppressed',
    ]);
  });

  it('a school year is from August to July, or two years', () => {
    const months = Array.from({ length: 12 }, (_, at) =>
      count(at === 0 ? 3 : 20, { period: at < 5 ? `2022-${String(at + 8).padStart(2, '0')}` : `2023-0${at - 4}` }),
    );
    const shown = shownOf([count(223, { period: '2022-2023' }), ...months]);
    expect(shown.filter((one) => one === 'suppressed')).toHaveLength(2);
    expect(shown[0]).toBe(223);
    expect(shownOf([count(40, { period: '2022-2023' }), count(37, { period: '2022' }), count(3)])).toEqual([
      40,
      'suppressed',
      'suppressed',
    ]);
  });

  it('ages by sex with a total of all and no totals between are one sum', () => {
    const ages = (['children_youth', 'working_age', 'older_people'] as const).flatMap((ageGroup, at) => [
      count([3, 20, 30][at] ?? 0, { ageGroup, sex: 'female' }),
      count([15, 25, 35][at] ?? 0, { ageGroup, sex: 'male' }),
    ]);
    expect(shownOf([count(128), ...ages])).toEqual([128, 'suppressed', 'suppressed', 20, 25, 30, 35]);
  });

  it('a small count that is not there is not to be calculated: the men, the other months, those of no known sex', () => {
    expect(shownOf([count(40), count(37, { sex: 'female' })])).toEqual([40, 'suppressed']);
    expect(shownOf([count(40), count(30, { period: '2023-01/2023-11' }), count(8, { period: '2023-01' })])).toEqual([
      40, 30, 8,
    ]);
    expect(shownOf([count(40), count(37, { period: '2023-01/2023-11' })])).toEqual([40, 'suppressed']);
    expect(shownOf([count(100), count(60, { sex: 'female' }), count(38, { sex: 'male' })])).toEqual([
      100,
      60,
      'suppressed',
    ]);
    // Nor that of the neighbours: there the region is left out, not the municipality.
    expect(shownOf([count(47), count(50, { area: 'region' }), count(900, { area: 'country' })])).toEqual([
      47,
      'suppressed',
      900,
    ]);
  });

  it('what is everybody in two ways of writing is one count', () => {
    expect(shownOf([count(3), count(3, { ageGroup: 'all_ages' })])).toEqual(['suppressed', 'suppressed']);
  });

  it('other periods and areas are other sums', () => {
    const values = [
      count(40),
      count(3, { sex: 'female' }),
      count(37, { sex: 'male', period: '2022' }),
      count(37, { sex: 'male', area: 'region' }),
    ];
    expect(shownOf(values)).toEqual([40, 'suppressed', 37, 37]);
  });

  it('as many as an indicator may have are done at once: 20 years of months, ages, sexes and areas', () => {
    const periods = Array.from({ length: 20 }, (_, year) => [
      String(2001 + year),
      ...Array.from({ length: 12 }, (_month, at) => `${2001 + year}-${String(at + 1).padStart(2, '0')}`),
    ]).flat();
    const all = [null, 'children_youth', 'working_age', 'older_people'] as const;
    const values = periods.flatMap((period, at) =>
      all.flatMap((ageGroup) =>
        [null, 'female' as const, 'male' as const].map((sex) => count((at * 7) % 23, { period, ageGroup, sex })),
      ),
    );
    expect(values.length).toBe(3120);
    expect(hideIn(values)).toHaveLength(3120);
  });
});
