import type { Indicator } from '@vointi/shared/indicator/contract.ts';
import { latestOf } from '@vointi/shared/indicator/series.ts';
import { useMemo } from 'react';
import { LazyChart } from './chart/lazy-chart.tsx';
import { chartModelOf } from './chart/model.ts';
import { useChartTexts } from './chart/use-chart-texts.ts';
import { useSummary } from './chart/summary.ts';
import styles from './indicator-list.module.css';
import { TrendRule } from './trend-line.tsx';
import { useSeriesSentence } from './use-series-sentence.ts';

/** A chart needs at least so many figures. */
const fewest = 3;

/** An indicator's series beside a goal, measure or finding: sentence, chart and trend rule. */
export function SmallChart({ indicator }: { indicator: Indicator }) {
  const sentenceOf = useSeriesSentence();
  const summarise = useSummary();
  const texts = useChartTexts(indicator);
  const model = useMemo(() => chartModelOf(indicator, 'total'), [indicator]);
  const points = model.series.flatMap(({ segments }) => segments.flat()).length;
  if (points < fewest) return null;
  return (
    <figure className={styles['chart']}>
      <figcaption className={styles['small']}>
        {sentenceOf({ ...indicator, latest: latestOf(indicator.values, indicator.trend) })}
      </figcaption>
      <LazyChart model={model} view="line" indicator={indicator} summary={summarise(model, texts)} small />
      <TrendRule trend={indicator.trend} indicator={indicator} />
    </figure>
  );
}
