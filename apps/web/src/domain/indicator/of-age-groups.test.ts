import type { Indicator, IndicatorValue } from '@vointi/shared/indicator/contract.ts';
import { latestOf } from '@vointi/shared/indicator/series.ts';
import { trendOf } from '@vointi/shared/indicator/trend.ts';
import { expect, it } from 'vitest';
import { ofAgeGroups } from './of-age-groups.ts';
import { ofEverybody } from '@vointi/shared/indicator/testing/of-everybody.ts';

const value = (period: string, number: number, ageGroup: IndicatorValue['ageGroup']): IndicatorValue => ({
  kind: 'number',
  period,
  value: number,
  ...ofEverybody,
  ageGroup,
});
const values = ['2021', '2022', '2023'].flatMap((period, at) => [
  value(period, 16 - at, 'children_youth'),
  value(period, 9 + at, 'older_people'),
]);
const judged = { values, breaks: [], decimals: 0, direction: 'down_is_good' as const, kind: 'number' as const };
const indicator = { ...judged, targets: [], trend: trendOf(judged) } as unknown as Indicator;

it('keeps only the age group’s figures and computes their trend', () => {
  const theirs = ofAgeGroups(indicator, ['older_people']);
  expect(latestOf(theirs.values, theirs.trend)).toMatchObject({ period: '2023', value: 11 });
  expect(theirs.trend).toMatchObject({ basis: 'series', move: 'up', tone: 'worse' });
  expect(indicator.trend).toMatchObject({ move: 'down', tone: 'better' });
});

it('returns the indicator unchanged without figures of the age group', () => {
  expect(ofAgeGroups(indicator, ['working_age'])).toBe(indicator);
  expect(ofAgeGroups(indicator, [])).toBe(indicator);
});
