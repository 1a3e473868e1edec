import type { AgeGroup } from '@vointi/shared/measure/progress.ts';
import type { PlanFileInput } from '@vointi/shared/plan/interchange.ts';
import { t } from './answers.ts';

export type Indicator = NonNullable<PlanFileInput['indicators']>[number];
export type Value = NonNullable<Indicator['values']>[number];
type Where = Pick<Value, 'ageGroup' | 'sex' | 'area'>;

export const percent = t('%');
export const people = t('hlö', 'pers.', 'people');
export const survey = t('Kuvitteellinen hyvinvointikysely', 'Påhittad välfärdsenkät', 'An invented wellbeing survey');
export const records = t(
  'Kuvitteellinen kunnan tilasto',
  'Påhittad kommunal statistik',
  'Invented records of the municipality',
);
export const licence = 'CC BY 4.0';
export const regionName = t('Esimerkkimaakunta', 'Exempellandskapet', 'Example region');

/** One value a year from the first year on; null is a missing value. */
export const series = (firstYear: number, numbers: readonly (number | null)[], where: Where = {}): Value[] =>
  numbers.map((number, index) => ({
    period: String(firstYear + index),
    ...where,
    ...(number === null ? { missing: true } : { number }),
  }));

/** One value a school year: 2021–2022. */
export const schoolYears = (firstYear: number, numbers: readonly (number | null)[], where: Where = {}): Value[] =>
  series(firstYear, numbers, where).map((value, index) => ({
    ...value,
    period: `${firstYear + index}-${firstYear + index + 1}`,
  }));

/** One value a month from January on. */
export const months = (year: number, numbers: readonly (number | null)[], where: Where = {}): Value[] =>
  numbers.map((number, index) => ({
    period: `${year}-${String(index + 1).padStart(2, '0')}`,
    ...where,
    ...(number === null ? { missing: true } : { number }),
  }));

export const noted = (values: Value[], period: string, note: Value['note']): Value[] =>
  values.map((value) => (value.period === period && note ? { ...value, note } : value));

export const byAge = (firstYear: number, numbers: Partial<Record<AgeGroup, (number | null)[]>>): Value[] =>
  Object.entries(numbers).flatMap(([ageGroup, list]) => series(firstYear, list, { ageGroup: ageGroup as AgeGroup }));

type Spread = {
  decimals: number;
  /** The difference of each age group from everybody, and of women from men. */
  ages?: Partial<Record<AgeGroup, number>>;
  womenMore?: number;
  /** Region and country, in the last years. */
  region?: number;
  country?: number;
};

/** An invented share of everybody, with consistent shares of age groups, sexes, region and country. */
export function spread(firstYear: number, totals: readonly (number | null)[], shape: Spread): Value[] {
  const { decimals, ages = {}, womenMore, region, country } = shape;
  const moved = (by: number) =>
    totals.map((total, index) =>
      total === null
        ? null
        : Number((total + by + (((index * 7) % 5) - 2) * 0.1 * Math.abs(by / 2 || 1)).toFixed(decimals)),
    );
  const of = (by: number, where: Where) => series(firstYear, moved(by), where);
  const sexes = (by: number, where: Where) =>
    womenMore === undefined
      ? []
      : [...of(by + womenMore / 2, { ...where, sex: 'female' }), ...of(by - womenMore / 2, { ...where, sex: 'male' })];
  return [
    ...series(firstYear, totals),
    ...sexes(0, {}),
    ...Object.entries(ages).flatMap(([ageGroup, by]) => [
      ...of(by, { ageGroup: ageGroup as AgeGroup }),
      ...sexes(by, { ageGroup: ageGroup as AgeGroup }),
    ]),
    ...(region === undefined ? [] : of(region, { area: 'region' })),
    ...(country === undefined ? [] : of(country, { area: 'country' })),
  ];
}
