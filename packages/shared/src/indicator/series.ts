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
/** Everybody comes first, however the source writes it, and each sex of everybody; then one age group after another. */
const ageRank = (ageGroup: SeriesKey['ageGroup']): number =>
  ageGroup === null || ageGroup === 'all_ages' ? 0 : 1 + ageGroups.indexOf(ageGroup);

const rankOf = ({ area, ageGroup, sex }: SeriesKey): number =>
  areas.indexOf(area) * 1000 + ageRank(ageGroup) * 100 + rankIn(sexes, sex) * 10 + Number(ageGroup !== null);

/** The series that values are of, the headline first: everybody in the municipality where there is such a one. */
export function seriesOf(values: readonly SeriesKey[]): SeriesKey[] {
  const found = new Map<string, SeriesKey>();
  for (const { area, ageGroup, sex } of values) {
    const key = { area, ageGroup, sex };
    const text = keyText(key);
    if (!found.has(text)) found.set(text, key);
  }
  return [...found.values()].toSorted((a, b) => rankOf(a) - rankOf(b));
}

/** Oldest first. Values of one period keep their order. */
export const inTime = <V extends Pick<IndicatorValue, 'period'>>(values: readonly V[]): V[] =>
  values.toSorted((a, b) => comparePeriods(a.period, b.period));

export type Point = { period: string; value: number; isUncertain: boolean };

/** The form that most of the periods have; of equals the one of the latest. Undefined without periods. */
export function formOf(periods: readonly string[]): PeriodForm | undefined {
  const counts = new Map<PeriodForm, number>();
  for (const period of periods) {
    const form = periodForm(period);
    if (form) counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  return periods
    .toSorted(comparePeriods)
    .map(periodForm)
    .findLast((form): form is PeriodForm => form !== null && counts.get(form) === most);
}

/** Hidden is there, and missing is not. */
const isThere = ({ kind }: IndicatorValue): boolean => kind !== 'missing';

/**
 * The series that an indicator speaks by, on every page, in every picture and file: everybody in the municipality, or
 * the first that there is instead. Hidden figures are there: no other series takes the place of theirs.
 */
export const headlineOf = (values: readonly IndicatorValue[]): SeriesKey | undefined =>
  seriesOf(values.filter(isThere))[0] ?? seriesOf(values)[0];

/** The form of the periods of a series: a month is not compared with a year. Undefined where no period is known. */
export const courseForm = (values: readonly IndicatorValue[]): PeriodForm | undefined =>
  formOf(values.filter(isThere).flatMap(({ period }) => period ?? []));

/** The values of one series that belong together, oldest first: all of periods of one form, where any period is known. */
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

/** The value that the verdict is about; without one the newest of the headline series that is there. */
export function latestOf(values: readonly IndicatorValue[], trend: TrendVerdict): IndicatorValue | null {
  const key = trend.basis === 'none' ? headlineOf(values) : trend.series;
  const course = key ? courseOf(values, key) : [];
  const judged = trend.basis === 'series' && course.find(({ period }) => period === trend.latest.period);
  return judged || (course.findLast(isThere) ?? course.at(-1) ?? null);
}
