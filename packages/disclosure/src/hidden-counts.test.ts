import { describe, expect, it } from 'vitest';
import type { IndicatorValue } from '@vointi/shared/indicator/contract.ts';
import { countsOf, forPublic, hiddenIn } from './hidden-counts.ts';

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
  it('hides one to four and shows zero and five; the note of a hidden value goes too', () => {
    expect(shownOf([0, 1, 4, 5].map((value, at) => count(value, { period: `202${at}` })))).toEqual([
      0,
      'suppressed',
      'suppressed',
      5,
    ]);
    expect(JSON.stringify(hideIn([count(3)]))).not.toContain('3 ihmistä');
  });

  it('hides the smallest other part where only one part of a shown total is hidden', () => {
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

  it('hides nothing more where two parts are hidden or no total is shown', () => {
    const ages = [
      count(20),
      count(4, { ageGroup: 'children_youth' }),
      count(3, { ageGroup: 'working_age' }),
      count(13, { ageGroup: 'older_people' }),
    ];
    expect(shownOf(ages)).toEqual([20, 'suppressed', 'suppressed', 13]);
    expect(shownOf([count(3, { sex: 'female' }), count(37, { sex: 'male' })])).toEqual(['suppressed', 37]);
  });

  it('hides more where the hidden parts are so few together that each can be counted', () => {
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

  it('treats periods inside a longer one as its parts', () => {
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

  it('protects under both readings of a school year: August to July, and two years', () => {
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

  it('treats ages by sex as the parts of the total where no subtotals are published', () => {
    const ages = (['children_youth', 'working_age', 'older_people'] as const).flatMap((ageGroup, at) => [
      count([3, 20, 30][at] ?? 0, { ageGroup, sex: 'female' }),
      count([15, 25, 35][at] ?? 0, { ageGroup, sex: 'male' }),
    ]);
    expect(shownOf([count(128), ...ages])).toEqual([128, 'suppressed', 'suppressed', 20, 25, 30, 35]);
  });

  it('protects a small count that is not in the data: the men, the other months, people of no known sex', () => {
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

  it('treats everybody written in two ways as one count', () => {
    expect(shownOf([count(3), count(3, { ageGroup: 'all_ages' })])).toEqual(['suppressed', 'suppressed']);
  });

  it('treats other periods and areas as other sums', () => {
    const values = [
      count(40),
      count(3, { sex: 'female' }),
      count(37, { sex: 'male', period: '2022' }),
      count(37, { sex: 'male', area: 'region' }),
    ];
    expect(shownOf(values)).toEqual([40, 'suppressed', 37, 37]);
  });

  it('leaves groups that are known to be zero out of the sums', () => {
    const shownIn = (values: IndicatorValue[]) => shownOf(values).filter((one) => one !== 'suppressed');
    const working = count(17, { ageGroup: 'working_age' });
    const children = { ageGroup: 'children_youth' } as const;
    expect(
      shownIn([
        count(40),
        count(21, { sex: 'female' }),
        count(0, children),
        count(16, { ageGroup: 'working_age', sex: 'male' }),
      ]),
    ).toHaveLength(3);
    expect(shownIn([count(20), working, count(0, { ...children, area: 'region' })])).toEqual([20, 0]);
    expect(shownIn([count(20), working, count(0, { ...children, period: '2022-2023' })])).toEqual([20, 0]);
    const ofAges = [
      count(25),
      count(0, children),
      count(11, { ageGroup: 'working_age', sex: 'female' }),
      count(4, { ageGroup: 'working_age', sex: 'male' }),
      count(10, { ageGroup: 'older_people', sex: 'female' }),
    ];
    expect(shownIn(ofAges)).toHaveLength(3);
    // All are women: there are no men, of any age.
    const women = [
      count(20),
      count(20, { sex: 'female' }),
      count(8, { ...children, sex: 'female' }),
      count(9, { ageGroup: 'working_age' }),
    ];
    expect(shownIn(women)).toHaveLength(3);
  });

  it('protects a small count of one year where a period over many years is published', () => {
    const years = Array.from({ length: 14 }, (_, at) => String(2010 + at));
    const all = [null, 'children_youth', 'working_age', 'older_people'] as const;
    const others = years
      .slice(0, 13)
      .flatMap((period) =>
        (['municipality', 'region', 'country'] as const).flatMap((area, at) =>
          all.flatMap((ageGroup) =>
            [null, 'female' as const, 'male' as const].map((sex) =>
              count((ageGroup ? 100 : 300) * (sex ? 1 : 2) * (at + 1), { period, area, ageGroup, sex }),
            ),
          ),
        ),
      );
    const values = [...others, count(7900, { period: '2010-2023' }), count(100), count(97, { sex: 'female' })];
    expect(shownOf(values).slice(-2)).toEqual([100, 'suppressed']);
  });

  it('protects what is left of many years, also where one year has another grid', () => {
    const years = Array.from({ length: 8 }, (_, at) => count(11, { period: String(2010 + at) }));
    const values = [count(90, { period: '2010-2019' }), ...years, count(7, { period: '2018', sex: 'female' })];
    // Two in 2018 and 2019 together.
    expect(shownOf(values).filter((one) => one === 'suppressed')).toHaveLength(1);
  });

  it('solves the largest indicator at once: 20 years of months, ages, sexes and areas', () => {
    const periods = Array.from({ length: 20 }, (_, year) => [
      String(2001 + year),
      ...Array.from({ length: 12 }, (_month, at) => `${2001 + year}-${String(at + 1).padStart(2, '0')}`),
    ]).flat();
    const all = [null, 'children_youth', 'working_age', 'older_people'] as const;
    // Ten in each smallest group of a month, and one man of working age in one.
    const values = periods.flatMap((period) =>
      (['municipality', 'region', 'country'] as const).flatMap((area, at) =>
        all.flatMap((ageGroup) =>
          [null, 'female' as const, 'male' as const].map((sex) => {
            const groups = (ageGroup ? 1 : 3) * (sex ? 1 : 2) * (at + 1) * (period.length === 4 ? 12 : 1);
            const isHere = '2010-03'.startsWith(period) && (ageGroup ?? 'working_age') === 'working_age';
            return count(groups * 10 - (isHere && sex !== 'female' ? 9 : 0), { period, area, ageGroup, sex });
          }),
        ),
      ),
    );
    expect(values.length).toBe(9360);
    const hidden = hideIn(values).filter(({ kind }) => kind === 'suppressed');
    const ofMonths = hidden.filter(({ period }) => period?.length !== 4);
    expect(new Set(ofMonths.map(({ period }) => period?.slice(0, 4)))).toEqual(new Set(['2010']));
    const where = { period: '2010-03', ageGroup: 'working_age', area: 'municipality' };
    expect(ofMonths).toContainEqual(expect.objectContaining({ ...where, sex: 'male' }));
    // The women of the month, or all of working age, go with him; of other months nothing has to.
    expect(
      ofMonths.filter(({ area, period }) => area === 'municipality' && period === '2010-03').length,
    ).toBeGreaterThan(2);
    expect(ofMonths.length).toBeLessThan(30);
  });
});
