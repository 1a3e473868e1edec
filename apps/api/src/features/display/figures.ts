import type { ScreenIndicator } from '@vointi/shared/display/contract.ts';
import type { Indicator, IndicatorValue } from '@vointi/shared/indicator/contract.ts';
import { comparePeriods, periodForm } from '@vointi/shared/indicator/period.ts';
import { isBrokenBetween } from '@vointi/shared/indicator/series-break.ts';
import { formOf, inTime, isOf, seriesOf } from '@vointi/shared/indicator/series.ts';
import type { SeriesKey } from '@vointi/shared/indicator/trend-contract.ts';
import { trendOfSeries } from '@vointi/shared/indicator/trend.ts';

type NumberValue = Extract<IndicatorValue, { kind: 'number' }>;
type Target = NonNullable<ScreenIndicator['target']>;

const isNumber = (value: IndicatorValue): value is NumberValue => value.kind === 'number';
const isEverybody = ({ ageGroup }: SeriesKey) => ageGroup === null || ageGroup === 'all_ages';

/** Everybody in the municipality, or else the age group that has the most numbers. */
function headlineOf(values: readonly IndicatorValue[]): SeriesKey | undefined {
  const numbers = values.filter(isNumber).filter(({ area, sex }) => area === 'municipality' && sex === null);
  const all = seriesOf(numbers);
  const countOf = (series: SeriesKey) => numbers.filter((value) => isOf(value, series)).length;
  return (
    all.find(isEverybody) ??
    all.reduce<SeriesKey | undefined>((most, one) => (most && countOf(most) >= countOf(one) ? most : one), undefined)
  );
}

/** Of one form, years or months, where there are such; what is missing or hidden from the public breaks the line. */
function ownOf({ values }: Indicator, series: SeriesKey): IndicatorValue[] {
  const own = values.filter((value) => isOf(value, series));
  const form = formOf(own.filter(isNumber).flatMap(({ period }) => period ?? []));
  return inTime(form ? own.filter(({ period }) => period !== null && periodForm(period) === form) : own);
}

/** Of the year of the newest value, else the nearest to come, else the last there was. */
function targetOf({ targets }: Indicator, period: string | null): Target | null {
  const year = period?.slice(0, 4) ?? '';
  const numbers = targets
    .flatMap(({ period: at, value }): Target[] => (typeof value === 'number' ? [{ period: at, value }] : []))
    .toSorted((a, b) => comparePeriods(a.period, b.period));
  return numbers.find((target) => target.period >= year) ?? numbers.at(-1) ?? null;
}

/** Nothing joins values over a break. */
function lineOf({ breaks }: Indicator, own: readonly IndicatorValue[]): ScreenIndicator['series'] {
  return own.flatMap((value, at) => {
    const before = own[at - 1]?.period ?? null;
    const isBroken = before !== null && value.period !== null && isBrokenBetween(before, value.period, breaks);
    const point = { period: value.period, value: isNumber(value) ? value.value : null };
    return isBroken ? [{ period: value.period, value: null }, point] : [point];
  });
}

/** As one large number, of what the public sees; undefined where there is none. */
export function toScreenIndicator(indicator: Indicator, goals: string[]): ScreenIndicator | undefined {
  const series = headlineOf(indicator.values);
  if (!series) return undefined;
  const own = ownOf(indicator, series);
  const latest = own.findLast(isNumber);
  if (!latest) return undefined;
  const { slug, name, unit, decimals, direction, source } = indicator;
  const verdict = trendOfSeries(indicator, series);
  return {
    slug,
    name,
    unit,
    decimals,
    direction,
    source,
    goals,
    ageGroup: series.ageGroup,
    latest: { period: latest.period, value: latest.value },
    trend: verdict.basis === 'series' ? { move: verdict.move, tone: verdict.tone } : null,
    target: targetOf(indicator, latest.period),
    series: lineOf(indicator, own),
  };
}
