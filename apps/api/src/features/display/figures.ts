import type { ScreenIndicator } from '@vointi/shared/display/contract.ts';
import type { Indicator, IndicatorValue } from '@vointi/shared/indicator/contract.ts';
import { comparePeriods } from '@vointi/shared/indicator/period.ts';
import { isBrokenBetween } from '@vointi/shared/indicator/series-break.ts';
import { courseOf, headlineOf } from '@vointi/shared/indicator/series.ts';
import { trendOfSeries } from '@vointi/shared/indicator/trend.ts';

type NumberValue = Extract<IndicatorValue, { kind: 'number' }>;
type Target = NonNullable<ScreenIndicator['target']>;

const isNumber = (value: IndicatorValue): value is NumberValue => value.kind === 'number';

/** The target of the newest value's year, else the next target, else the last one. */
function targetOf({ targets }: Indicator, period: string | null): Target | null {
  const year = period?.slice(0, 4) ?? '';
  const numbers = targets
    .flatMap(({ period: targetPeriod, value }): Target[] =>
      typeof value === 'number' ? [{ period: targetPeriod, value }] : [],
    )
    .toSorted((a, b) => comparePeriods(a.period, b.period));
  return numbers.find((target) => target.period >= year) ?? numbers.at(-1) ?? null;
}

/** A point without a value interrupts the line where the series has a break. */
function lineOf({ breaks }: Indicator, own: readonly IndicatorValue[]): ScreenIndicator['series'] {
  return own.flatMap((value, index) => {
    const before = own[index - 1]?.period ?? null;
    const isBroken = before !== null && value.period !== null && isBrokenBetween(before, value.period, breaks);
    const point = { period: value.period, value: isNumber(value) ? value.value : null };
    return isBroken ? [{ period: value.period, value: null }, point] : [point];
  });
}

/**
 * An indicator as one large number, as the public sees it. Undefined without a number, and for another area or one sex,
 * as a screen names only the age group.
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
