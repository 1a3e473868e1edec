import type { IndicatorDetail } from '@vointi/shared/indicator/read-contract.ts';
import { useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { LocalizedText, useLocalizedText } from '../../../lib/text.tsx';
import { Hidden } from '../../../ui/hidden.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { LazyChart } from '../../../domain/indicator/chart/lazy-chart.tsx';
import { chartModelOf, cutsOf, isCount, type Cut } from '../../../domain/indicator/chart/model.ts';
import { positionOf } from '../../../domain/indicator/chart/period-position.ts';
import { useChartTexts } from '../../../domain/indicator/chart/use-chart-texts.ts';
import { useSummary } from '../../../domain/indicator/chart/summary.ts';
import { sourcesOf } from '../../../domain/indicator/sources.ts';
import { TrendRule } from '../../../domain/indicator/trend-line.tsx';
import { Downloads } from './downloads.tsx';
import styles from './indicator-view.module.css';
import { useChartSearch } from './use-chart-search.ts';

type Props = { indicator: IndicatorDetail; title: string };

/** The chart with its title, trend rule, source, licence and files. */
export function ChartPanel({ indicator, title }: Props) {
  const t = useTranslations('indicatorPage');
  const localize = useLocalizedText();
  const chartIndicator = useMemo(
    () => ({ ...indicator, municipalityName: indicator.plan.municipality.name }),
    [indicator],
  );
  const texts = useChartTexts(chartIndicator);
  const summarise = useSummary();
  const figure = useRef<HTMLElement>(null);
  const cuts = useMemo(() => cutsOf(indicator.values), [indicator]);
  // A line needs two figures; a single one is drawn as a bar.
  const { view, cut, change } = useChartSearch(cuts, countPeriods(indicator) > 1 ? 'line' : 'bar');
  const model = useMemo(() => chartModelOf(indicator, cut), [indicator, cut]);
  const rounds = useMemo(
    () =>
      indicator.rounds.flatMap(({ name, year, closesAt }) => {
        const at = closesAt === null ? null : positionOf(closesAt.slice(0, 10));
        return at === null ? [] : [{ name: `${localize(name)} ${year}`, at }];
      }),
    [indicator, localize],
  );
  const stacks = (cut === 'ageGroup' || cut === 'sex') && isCount(indicator);
  const drawnView = view === 'stacked' && !stacks ? 'bar' : view;
  const summary = summarise(model, texts);
  const isDrawn = model.series.length > 0;
  const sources = sourcesOf(isDrawn ? model.drawn : indicator.values, indicator);
  const hasNumbers = indicator.values.some(({ kind }) => kind === 'number');
  return (
    <figure ref={figure} className={styles['figure']} aria-labelledby="chart-title">
      <h2 id="chart-title" className={styles['finding']}>
        {title}
      </h2>
      {isDrawn ? (
        <>
          <div className={styles['choices']}>
            {cuts.length > 1 && (
              <Segmented<Cut>
                label={t('chart.cut.label')}
                segments={cuts.map((value) => ({ value, label: t(`chart.cut.${value}`) }))}
                chosen={cut}
                onChoose={(value) => change({ cut: value })}
              />
            )}
            <Segmented
              label={t('chart.view.label')}
              segments={[
                { value: 'line' as const, label: t('chart.view.line') },
                { value: 'bar' as const, label: t('chart.view.bar') },
                ...(stacks ? [{ value: 'stacked' as const, label: t('chart.view.stacked') }] : []),
              ]}
              chosen={drawnView}
              onChoose={(value) => change({ view: value })}
            />
          </div>
          <LazyChart model={model} view={drawnView} indicator={chartIndicator} summary={summary} rounds={rounds} />
          <Hidden>
            <p>{t('chart.keys')}</p>
          </Hidden>
          <p className={styles['summary']}>{summary}</p>
        </>
      ) : (
        <p className={styles['summary']}>{t(hasNumbers ? 'chart.noDates' : 'chart.none')}</p>
      )}
      <div className={styles['trend']}>
        <TrendRule trend={indicator.trend} indicator={indicator} />
      </div>
      <figcaption className={styles['caption']}>
        {sources.map(({ source, licence }, index) => (
          <p key={index}>
            {t('source2')}: {source ? <LocalizedText text={source} /> : t('sourceUnknown')} · {t('licence')}:{' '}
            {licence ?? t('licenceUnknown')}
          </p>
        ))}
      </figcaption>
      <Downloads
        indicator={indicator}
        chart={figure}
        isDrawn={isDrawn}
        caption={{
          title,
          sources: sources.map(
            ({ source, licence }) =>
              `${t('source2')}: ${source ? localize(source) : t('sourceUnknown')} · ${t('licence')}: ${licence ?? t('licenceUnknown')}`,
          ),
        }}
      />
    </figure>
  );
}

const countPeriods = ({ values }: IndicatorDetail): number =>
  new Set(values.flatMap(({ kind, period }) => (kind === 'number' && period !== null ? [period] : []))).size;
