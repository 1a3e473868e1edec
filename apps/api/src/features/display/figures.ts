import type { ScreenIndicator } from '@vointi/shared/display/contract.ts';
import { trendOf } from '@vointi/shared/display/trend.ts';
import { type AgeGroup, ageGroups } from '@vointi/shared/measure/progress.ts';

type Value = { period: string | null; ageGroup: AgeGroup | null; number: number | null };
type Target = { period: string; value: number };
/** An indicator with its numbers of both sexes in the municipality, oldest first; null: known to be missing. */
export type IndicatorRow = Omit<ScreenIndicator, 'ageGroup' | 'latest' | 'trend' | 'target' | 'series'> & {
  values: Value[];
  targets: Target[];
};

/** Everybody, or else the age group that has the most numbers. */
function seriesOf(values: readonly Value[]): { ageGroup: AgeGroup | null; values: Value[] } {
  const series = [null, ...ageGroups].map((ageGroup) => ({
    ageGroup,
    values: values.filter((value) => value.ageGroup === ageGroup),
  }));
  const countOf = (one: { values: Value[] }) => one.values.filter(({ number }) => number !== null).length;
  const [everybody, ...groups] = series as [(typeof series)[0], ...typeof series];
  if (countOf(everybody) > 0) return everybody;
  return groups.reduce((most, one) => (countOf(one) > countOf(most) ? one : most), everybody);
}

/** Of the year of the newest value, else the nearest to come, else the last there was. Targets are in order. */
function targetOf(targets: readonly Target[], period: string | null): Target | null {
  const year = period?.slice(0, 4) ?? '';
  return targets.find((target) => target.period >= year) ?? targets.at(-1) ?? null;
}

/** As one large number; undefined where there is none. */
export function toScreenIndicator({ values, targets, ...row }: IndicatorRow): ScreenIndicator | undefined {
  const { ageGroup, values: own } = seriesOf(values);
  const numbers = own.flatMap(({ period, number }) => (number === null ? [] : [{ period, value: number }]));
  const latest = numbers.at(-1);
  if (!latest) return undefined;
  return {
    ...row,
    ageGroup,
    latest,
    trend: trendOf(latest.value, numbers.at(-2)?.value ?? null),
    target: targetOf(targets, latest.period),
    series: own.map(({ period, number }) => ({ period, value: number })),
  };
}
