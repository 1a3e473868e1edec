import type { Indicator, IndicatorValue } from './contract.ts';
import type { Direction, NoVerdictReason, Trend, trendTones } from './kind.ts';
import { startOf } from './period.ts';
import { courseOf, headlineOf, type Point, pointsOf } from './series.ts';
import { isSince } from './series-break.ts';
import type { SeriesKey, TrendVerdict } from './trend-contract.ts';

type Tone = (typeof trendTones)[number];
type AssessedIndicator = Pick<Indicator, 'kind' | 'direction' | 'decimals' | 'breaks'> & {
  values: readonly IndicatorValue[];
};

/** Comparable values that a verdict needs. */
export const neededForVerdict = 3;
/** A step of less than this share of the range of the newest values is no change. */
export const flatShare = 0.1;
/** The number of newest values in that range: in a long series every step is small beside the whole range. */
export const flatWindow = 6;

/** Whether a move is good, by the direction of the indicator. */
export function toneOf(move: Trend, direction: Direction): Tone {
  if (move === 'flat' || direction === 'neutral') return 'neutral';
  return (move === 'up') === (direction === 'up_is_good') ? 'better' : 'worse';
}

/** Rounded to the visible decimals: an invisible change is none. */
const rounded = (value: number, decimals: number) => Number(value.toFixed(decimals));

const none = (why: NoVerdictReason, count = 0, since: string | null = null): TrendVerdict => ({
  basis: 'none',
  why,
  count,
  needed: neededForVerdict,
  since,
});

function stated(values: readonly IndicatorValue[], direction: Direction): TrendVerdict {
  const series = headlineOf(values);
  const latest = series && courseOf(values, series).findLast(({ kind }) => kind === 'trend');
  if (!series || latest?.kind !== 'trend') return none('no_values');
  return {
    basis: 'stated',
    series,
    move: latest.value,
    tone: toneOf(latest.value, direction),
    period: latest.period,
  };
}

/** The points since the last break that has an earlier value. */
function sinceBreak(
  points: readonly Point[],
  breaks: AssessedIndicator['breaks'],
): { own: Point[]; since: string | null } {
  const last = breaks
    .toSorted((a, b) => startOf(a.period) - startOf(b.period))
    .findLast((one) => points.some(({ period }) => !isSince(period, one)));
  if (last === undefined) return { own: [...points], since: null };
  return { own: points.filter(({ period }) => isSince(period, last)), since: last.period };
}

const extremeOf = (latest: number, others: readonly number[]) => {
  if (others.every((other) => latest < other)) return 'lowest';
  return others.every((other) => latest > other) ? 'highest' : null;
};

const bare = ({ period, value }: Point) => ({ period, value });

/** The trend of one series of numbers; `TrendVerdict` has the rule. */
export function trendOfSeries(indicator: AssessedIndicator, series: SeriesKey): TrendVerdict {
  const { direction, decimals, breaks, values } = indicator;
  const all = pointsOf(values, series);
  const { own, since } = sinceBreak(all, breaks);
  if (all.length === 0) return none('no_values');
  if (own.length < neededForVerdict) return none(since === null ? 'too_few' : 'after_break', own.length, since);
  const [first, latest, previous] = [own[0], own.at(-1), own.at(-2)];
  if (!first || !latest || !previous) return none('too_few', own.length);
  if (latest.isUncertain || previous.isUncertain) return none('uncertain', own.length, since);
  const round = (point: Point) => rounded(point.value, decimals);
  const [lowest, highest] = [
    own.reduce((best, one) => (one.value < best.value ? one : best)),
    own.reduce((best, one) => (one.value > best.value ? one : best)),
  ];
  const change = rounded(round(latest) - round(previous), decimals);
  const newest = own.slice(-flatWindow).map(round);
  const isFlat = change === 0 || Math.abs(change) < flatShare * (Math.max(...newest) - Math.min(...newest));
  const move: Trend = isFlat ? 'flat' : change > 0 ? 'up' : 'down';
  return {
    basis: 'series',
    series,
    move,
    tone: toneOf(move, direction),
    latest: bare(latest),
    previous: bare(previous),
    change,
    lowest: bare(lowest),
    highest: bare(highest),
    count: own.length,
    since: first.period,
    extreme: extremeOf(round(latest), own.slice(0, -1).map(round)),
  };
}

/** The trend of an indicator, by its headline series. */
export function trendOf(indicator: AssessedIndicator): TrendVerdict {
  if (indicator.kind === 'trend') return stated(indicator.values, indicator.direction);
  if (indicator.kind !== 'number') return none('not_comparable');
  const headline = headlineOf(indicator.values);
  return headline ? trendOfSeries(indicator, headline) : none('no_values');
}
