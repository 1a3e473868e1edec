import type { ScreenIndicator } from '@vointi/shared/display/contract.ts';
import type { Indicator, IndicatorValue } from '@vointi/shared/indicator/contract.ts';
import { comparePeriods } from '@vointi/shared/indicator/period.ts';
import { isBrokenBetween } from '@vointi/shared/indicator/series-break.ts';
import { courseOf, headlineOf } from '@vointi/shared/indicator/series.ts';
import { trendOfSeries } from '@vointi/shared/indicator/trend.ts';

type NumberValue = Extract<IndicatorValue, { kind: 'number' }>;
type Target = NonNullable<ScreenIndicator['target']>;

const isNumber = (value: IndicatorValue): value is NumberValue => value.kind === 'number';

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

/**
 * As one large number, of what the public sees; undefined where there is none, and where the indicator speaks of another
 * area or of one sex: a screen says only which age group a figure is of.
 */
export function toScreenIndicator(indicator: Indicator, goals: string[]): ScreenIndicator | undefined {
  const series = headlineOf(indicator.values);
  if (series?.area !== 'municipality' || series.sex !== null) return undefined;
  const own = courseOf(indicator.values, series);
  const latest = own.findLast(isNumber);
  if (!latest) return undefined;
  const { slug, name, unit, decimals, direction } = indicator;
  const verdict = trendOfSeries(indicator, series);
  return {
    slug,
    name,
    unit,
    decimals,
    direction,
    source: latest.source,
    goals,
    ageGroup: series.ageGroup,
    latest: { period: latest.period, value: latest.value },
    trend: verdict.basis === 'series' ? { move: verdict.move, tone: verdict.tone } : null,
    target: targetOf(indicator, latest.period),
    series: lineOf(indicator, own),
  };
}
