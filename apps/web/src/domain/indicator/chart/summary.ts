import { useTranslations } from 'use-intl';
import type { ChartTexts } from './use-chart-texts.ts';
import type { ChartModel, Point, Who } from './model.ts';

type SummaryTexts = { value: (value: number) => string; period: (period: string) => string; who: (who: Who) => string };

type Summary =
  | { key: 'none'; values: Record<string, never> }
  | { key: 'one'; values: { latest: string; latestPeriod: string } }
  | { key: 'series'; values: { count: number; names: string } }
  | { key: 'line'; values: Record<string, string | number> };

/** The chart as a sentence for screen readers: number of figures, period, and the range of values. */
export function summaryOf(model: ChartModel, texts: SummaryTexts): Summary {
  const { series } = model;
  const points: readonly Point[] = series.length === 1 ? (series[0]?.segments.flat() ?? []) : [];
  if (series.length > 1) {
    return {
      key: 'series',
      values: { count: series.length, names: series.map(({ who }) => texts.who(who)).join(', ') },
    };
  }
  const [first] = points;
  const latest = points.at(-1);
  if (!first || !latest) return { key: 'none', values: {} };
  const end = { latest: texts.value(latest.value), latestPeriod: texts.period(latest.period) };
  if (points.length === 1) return { key: 'one', values: end };
  const least = points.reduce((one, other) => (other.value < one.value ? other : one));
  const greatest = points.reduce((one, other) => (other.value > one.value ? other : one));
  return {
    key: 'line',
    values: {
      count: points.length,
      from: texts.period(first.period),
      least: texts.value(least.value),
      leastPeriod: texts.period(least.period),
      most: texts.value(greatest.value),
      mostPeriod: texts.period(greatest.period),
      ...end,
    },
  };
}

/** Describes a chart in the page's language. */
export function useSummary(): (model: ChartModel, texts: ChartTexts) => string {
  const t = useTranslations('indicatorPage.summary');
  return (model, texts) => {
    const { key, values } = summaryOf(model, texts);
    return t(key, values);
  };
}
