import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { useChartTexts, type ChartIndicator } from './use-chart-texts.ts';
import { BarPlot } from './bar-plot.tsx';
import styles from './chart.module.css';
import { Legend } from './legend.tsx';
import { LinePlot } from './line-plot.tsx';
import { beginsAtZero, type ChartModel, type View } from './model.ts';
import { type RoundMark, roundsIn } from './round-marks.ts';

type Props = {
  model: ChartModel;
  view: View;
  indicator: ChartIndicator;
  /** One sentence that describes the chart. */
  summary: string;
  rounds?: readonly RoundMark[];
  /** Without round marks and with fewer labels. */
  small?: boolean;
};

/** A chart of an indicator's figures with its legend. */
export function Chart({ model, view, indicator, summary, rounds = [], small = false }: Props) {
  const id = useId();
  const t = useTranslations('indicatorPage.chart');
  const texts = useChartTexts(indicator);
  const hasHollow = model.series.some(({ segments }) => segments.flat().some(({ isUncertain }) => isUncertain));
  const plot = { id, model, texts, summary, rounds, small };
  return (
    <div className={styles['chart']} data-chart="">
      {(model.series.length > 1 || view !== 'line') && model.series.length > 1 && (
        <Legend model={model} id={id} isBars={view !== 'line'} name={texts.who} />
      )}
      <div className={small ? styles['small'] : styles['plot']}>
        {view === 'line' ? <LinePlot {...plot} /> : <BarPlot {...plot} isStacked={view === 'stacked'} />}
      </div>
      <ul className={styles['notes']}>
        {view === 'line' && !beginsAtZero(model) && <li>{t('notFromZero')}</li>}
        {hasHollow && <li>{t(view === 'line' ? 'hollow' : 'uncertainBars')}</li>}
        {model.breaks.length > 0 && <li>{t('breakNote')}</li>}
        {!small && view === 'line' && roundsIn(model, rounds).length > 0 && <li>{t('roundNote')}</li>}
      </ul>
    </div>
  );
}
