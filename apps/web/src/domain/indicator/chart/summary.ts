import { useTranslations } from 'use-intl';
import type { ChartTexts } from './use-chart-texts.ts';
import type { ChartModel, Point, Who } from './model.ts';

type Words = { value: (value: number) => string; period: (period: string) => string; who: (who: Who) => string };

type Summary =
  | { key: 'none'; values: Record<string, never> }
  | { key: 'one'; values: { latest: string; latestPeriod: string } }
  | { key: 'series'; values: { count: number; names: string } }
  | { key: 'line'; values: Record<string, string | number> };

/** The chart as a sentence for screen readers: number of figures, period, and the range of values. */
function summaryOf(model: ChartModel, words: Words): Summary {
  const { series } = model;
  const points: readonly Point[] = series.length === 1 ? (series[0]?.segments.flat() ?? []) : [];
  if (series.length > 1) {
    return {
      key: 'series',
      values: { count: series.length, names: series.map(({ who }) => words.who(who)).join(', ') },
    };
  }
  const [first] = points;
  const latest = points.at(-1);
  if (!first || !latest) return { key: 'none', values: {} };
  const end = { latest: words.value(latest.value), latestPeriod: words.period(latest.period) };
  if (points.length === 1) return { key: 'one', values: end };
  const least = points.reduce((one, other) => (other.value < one.value ? other : one));
  const most = points.reduce((one, other) => (other.value > one.value ? other : one));
  return {
    key: 'line',
    values: {
      count: points.length,
      from: words.period(first.period),
      least: words.value(least.value),
      leastPeriod: words.period(least.period),
      most: words.value(most.value),
      maxPeriod: words.period(most.period),
      ...end,
    },
  };
}

/** Describes a chart in the page's language. */
export function useSummary(): (model: ChartModel, words: ChartTexts) => string {
  const t = useTranslations('indicatorPage.summary');
  return (model, words) => {
    const { key, values } = summaryOf(model, words);
    return t(key, values);
  };
}
