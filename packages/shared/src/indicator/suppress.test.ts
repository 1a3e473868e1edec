import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IndicatorValue } from './contract.ts';
import { forPublic, hiddenPlaces, isSmallCount } from './suppress.ts';

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
const shownOf = (values: IndicatorValue[]) =>
  forPublic(values, true).map((value) => (value.kind === 'number' ? value.value : value.kind));

describe('counts of people', () => {
  it('one to four are hidden, zero and five are shown; a note that could tell goes too', () => {
    expect(shownOf([0, 1, 4, 5].map((value, at) => count(value, { period: `202${at}` })))).toEqual([
      0,
      'suppressed',
      'suppressed',
      5,
    ]);
    expect(JSON.stringify(forPublic([count(3)], true))).not.toContain('3 ihmistä');
  });

  it('what does not count people is shown as it is', () => {
    expect(forPublic([count(3)], false)).toEqual([count(3)]);
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

  it('other periods and areas are other sums', () => {
    const values = [
      count(40),
      count(3, { sex: 'female' }),
      count(37, { sex: 'male', period: '2022' }),
      count(37, { sex: 'male', area: 'region' }),
    ];
    expect(shownOf(values)).toEqual([40, 'suppressed', 37, 37]);
  });
});

describe('of any table', () => {
  const ageGroups = ['children_youth', 'working_age', 'older_people'] as const;
  const sexes = ['female', 'male'] as const;
  /** A whole table: parts, and the totals that they make. */
  const table = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 6, maxLength: 6 }).map((parts) => {
    const part = (age: number, sex: number) => parts[age * 2 + sex] ?? 0;
    const cells = ageGroups.flatMap((ageGroup, age) => sexes.map((sex, at) => count(part(age, at), { ageGroup, sex })));
    const ofAge = ageGroups.map((ageGroup, age) => count(part(age, 0) + part(age, 1), { ageGroup }));
    const ofSex = sexes.map((sex, at) => count(part(0, at) + part(1, at) + part(2, at), { sex }));
    return [count(parts.reduce((sum, one) => sum + one, 0)), ...ofAge, ...ofSex, ...cells];
  });

  it('no small count is shown, and none is the only hidden part of a total that is', () => {
    fc.assert(
      fc.property(table, (values) => {
        const hidden = hiddenPlaces(values);
        const at = (ageGroup: IndicatorValue['ageGroup'], sex: IndicatorValue['sex']) =>
          values.findIndex((value) => value.ageGroup === ageGroup && value.sex === sex);
        values.forEach((value, place) => {
          if (value.kind === 'number' && isSmallCount(value.value)) expect(hidden.has(place)).toBe(true);
        });
        const sums = [
          ...[null, ...ageGroups].map((age) => ({ total: at(age, null), parts: sexes.map((sex) => at(age, sex)) })),
          ...[null, ...sexes].map((sex) => ({ total: at(null, sex), parts: ageGroups.map((age) => at(age, sex)) })),
        ];
        for (const { total, parts } of sums) {
          if (hidden.has(total)) continue;
          expect(parts.filter((part) => hidden.has(part)).length).not.toBe(1);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('the order of the values changes nothing that matters', () => {
    fc.assert(
      fc.property(table, (values) => {
        const small = (given: readonly IndicatorValue[]) => hiddenPlaces(given).size;
        expect(small(values.toReversed()) > 0).toBe(small(values) > 0);
      }),
    );
  });
});
