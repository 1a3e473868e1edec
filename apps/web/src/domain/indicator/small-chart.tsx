import type { Indicator } from '@vointi/shared/indicator/contract.ts';
import { latestOf } from '@vointi/shared/indicator/series.ts';
import { useMemo } from 'react';
import { LazyChart } from './chart/lazy-chart.tsx';
import { chartModelOf } from './chart/model.ts';
import { useChartWords } from './chart/use-chart-words.ts';
import { useSummary } from './chart/use-summary.ts';
import styles from './indicator-list.module.css';
import { TrendRule } from './trend-line.tsx';
import { useSaying } from './use-saying.ts';

/** Two figures can be read; a course is seen from three on. */
const fewest = 3;

/** The course of an indicator beside what it follows: its finding, the drawing, and by which rule. */
export function SmallChart({ indicator }: { indicator: Indicator }) {
  const saying = useSaying();
  const summarise = useSummary();
  const words = useChartWords(indicator);
  const model = useMemo(() => chartModelOf(indicator, 'total'), [indicator]);
  const points = model.series.flatMap(({ segments }) => segments.flat()).length;
  if (points < fewest) return null;
  return (
    <figure className={styles['chart']}>
      <figcaption className={styles['small']}>
        {saying({ ...indicator, latest: latestOf(indicator.values, indicator.trend) })}
      </figcaption>
      <LazyChart model={model} view="line" indicator={indicator} summary={summarise(model, words)} small />
      <TrendRule trend={indicator.trend} indicator={indicator} />
    </figure>
  );
}
