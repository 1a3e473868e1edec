import type { IndicatorValue } from './contract.ts';
import { comparePeriods, type PeriodForm, periodForm } from './period.ts';
import type { SeriesKey, TrendVerdict } from './trend-contract.ts';
import { ageGroups } from '../measure/progress.ts';
import { areas, sexes } from './kind.ts';

const keyText = ({ area, ageGroup, sex }: SeriesKey) => `${area}/${ageGroup}/${sex}`;

/** Whether a value is of the series. */
export const isOf = (value: SeriesKey, { area, ageGroup, sex }: SeriesKey): boolean =>
  value.area === area && value.ageGroup === ageGroup && value.sex === sex;

const rankIn = <V>(list: readonly V[], value: V | null): number => (value === null ? 0 : list.indexOf(value) + 1);
/** Everybody first, as null or `all_ages`, then the age groups in order. */
const ageRank = (ageGroup: SeriesKey['ageGroup']): number =>
  ageGroup === null || ageGroup === 'all_ages' ? 0 : 1 + ageGroups.indexOf(ageGroup);

const rankOf = ({ area, ageGroup, sex }: SeriesKey): number =>
  areas.indexOf(area) * 1000 + ageRank(ageGroup) * 100 + rankIn(sexes, sex) * 10 + Number(ageGroup !== null);

/** The series of the values, the headline first: everybody in the municipality when it has values. */
export function seriesOf(values: readonly SeriesKey[]): SeriesKey[] {
  const series = new Map<string, SeriesKey>();
  for (const { area, ageGroup, sex } of values) {
    const key = { area, ageGroup, sex };
    const text = keyText(key);
    if (!series.has(text)) series.set(text, key);
  }
  return [...series.values()].toSorted((a, b) => rankOf(a) - rankOf(b));
}

/** Oldest first. Values of one period keep their order. */
export const inTime = <V extends Pick<IndicatorValue, 'period'>>(values: readonly V[]): V[] =>
  values.toSorted((a, b) => comparePeriods(a.period, b.period));

export type Point = { period: string; value: number; isUncertain: boolean };

/** The most common form of the periods; with equal counts that of the latest. Undefined without periods. */
export function formOf(periods: readonly string[]): PeriodForm | undefined {
  const counts = new Map<PeriodForm, number>();
  for (const period of periods) {
    const form = periodForm(period);
    if (form) counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  const highestCount = Math.max(0, ...counts.values());
  return periods
    .toSorted(comparePeriods)
    .map(periodForm)
    .findLast((form): form is PeriodForm => form !== null && counts.get(form) === highestCount);
}

/** A hidden value exists; a missing one does not. */
const exists = ({ kind }: IndicatorValue): boolean => kind !== 'missing';

/**
 * The headline series of an indicator on every page and in every chart and file: everybody in the municipality, else the
 * first with values. Hidden values count, so that no other series replaces a hidden one.
 */
export const headlineOf = (values: readonly IndicatorValue[]): SeriesKey | undefined =>
  seriesOf(values.filter(exists))[0] ?? seriesOf(values)[0];

/** The form of the periods of a series, as months do not compare with years. Undefined without known periods. */
export const courseForm = (values: readonly IndicatorValue[]): PeriodForm | undefined =>
  formOf(values.filter(exists).flatMap(({ period }) => period ?? []));

/** The comparable values of one series, oldest first: periods of one form, when any period is known. */
export function courseOf(values: readonly IndicatorValue[], key: SeriesKey): IndicatorValue[] {
  const own = inTime(values.filter((value) => isOf(value, key)));
  const form = courseForm(own);
  return form === undefined ? own : own.filter(({ period }) => period !== null && periodForm(period) === form);
}

/** The numbers of the course of one series. */
export const pointsOf = (values: readonly IndicatorValue[], key: SeriesKey): Point[] =>
  courseOf(values, key).flatMap((value) =>
    value.kind === 'number' && value.period !== null
      ? [{ period: value.period, value: value.value, isUncertain: value.isUncertain }]
      : [],
  );

/** The value of the verdict; without a verdict the newest existing one of the headline series. */
export function latestOf(values: readonly IndicatorValue[], trend: TrendVerdict): IndicatorValue | null {
  const key = trend.basis === 'none' ? headlineOf(values) : trend.series;
  const course = key ? courseOf(values, key) : [];
  const assessed = trend.basis === 'series' && course.find(({ period }) => period === trend.latest.period);
  return assessed || (course.findLast(exists) ?? course.at(-1) ?? null);
}
