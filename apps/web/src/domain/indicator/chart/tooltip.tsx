import { useTranslations } from 'use-intl';
import styles from './chart.module.css';
import { BarSample, LineSample } from './mark.tsx';
import type { ChartModel } from './model.ts';
import type { ChartTexts } from './use-chart-texts.ts';

type Props = {
  model: ChartModel;
  texts: ChartTexts;
  /** Null: no period is pointed at. */
  period: string | undefined;
  isBars?: boolean;
  id?: string;
};

/** The figures of the period under the pointer or reached by arrow keys; announced as it changes. */
export function TooltipContent({ model: { series }, texts, period, isBars = false, id = '' }: Props) {
  const t = useTranslations('indicatorPage.chart');
  const lines =
    period === undefined
      ? []
      : series.flatMap(({ key, who, segments }, index) => {
          const point = segments.flat().find((one) => one.period === period);
          return point ? [{ key, index, who, point }] : [];
        });
  return (
    <div role="status" aria-live="polite" className={lines.length > 0 ? styles['tooltip'] : undefined}>
      {period !== undefined && lines.length > 0 && (
        <>
          <p className={styles['tooltipHeading']}>{texts.period(period)}</p>
          <ul>
            {lines.map(({ key, index, who, point }) => (
              <li key={key}>
                {series.length > 1 && (
                  <>
                    {isBars ? <BarSample id={id} series={index} /> : <LineSample series={index} />} {texts.who(who)}
                    :{' '}
                  </>
                )}
                <b>{texts.value(point.value)}</b>
                {point.isUncertain && ` (${t('uncertain')})`}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
