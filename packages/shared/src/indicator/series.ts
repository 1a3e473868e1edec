import type { IndicatorValue } from './contract.ts';
import { comparePeriods, type PeriodForm, periodForm } from './period.ts';
import type { SeriesKey } from './trend-contract.ts';
import { ageGroups } from '../measure/progress.ts';
import { areas, sexes } from './kind.ts';

const keyText = ({ area, ageGroup, sex }: SeriesKey) => `${area}/${ageGroup}/${sex}`;

/** Whether a value is of the series. */
export const isOf = (value: SeriesKey, { area, ageGroup, sex }: SeriesKey): boolean =>
  value.area === area && value.ageGroup === ageGroup && value.sex === sex;

const rankIn = <V>(list: readonly V[], value: V | null): number => (value === null ? 0 : list.indexOf(value) + 1);
/** Everybody comes first, however the source writes it; then one age group after another. */
const ageRank = (ageGroup: SeriesKey['ageGroup']): number =>
  ageGroup === null ? 0 : ageGroup === 'all_ages' ? 1 : 2 + ageGroups.indexOf(ageGroup);

const rankOf = ({ area, ageGroup, sex }: SeriesKey): number =>
  areas.indexOf(area) * 100 + ageRank(ageGroup) * 10 + rankIn(sexes, sex);

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

/** The numbers of one series, oldest first, all of periods of one form: a month is not compared with a year. */
export function pointsOf(values: readonly IndicatorValue[], key: SeriesKey): Point[] {
  const own = values.flatMap((value) =>
    value.kind === 'number' && value.period !== null && isOf(value, key)
      ? [{ period: value.period, value: value.value, isUncertain: value.isUncertain }]
      : [],
  );
  const form = formOf(own.map(({ period }) => period));
  return inTime(own.filter(({ period }) => periodForm(period) === form));
}
