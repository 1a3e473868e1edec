import type { ScreenIndicator } from '@vointi/shared/display/contract.ts';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../../lib/format.ts';
import { useLanguage } from '../../../lib/intl.tsx';
import { periodText } from '../../../domain/indicator/value-text.ts';
import { shortPeriod, figureAt, isBelowLast, labelledAt, sparkOf, targetNamedAt } from '../layout/spark.ts';
import { widthOf } from '../layout/text-width.ts';
import styles from './indicator-scene.module.css';

/** In hundredths of the screen's height, like everything on it. */
const box = { width: 84, height: 60, left: 4, right: 4, top: 8, bottom: 14 };
const plot = { width: box.width - box.left - box.right, height: box.height - box.top - box.bottom };
const labelSize = 4.8;
/** Space between two labels. */
const labelGap = 5;

/** An indicator's series as a line, with the figures of its ends and a dashed target. */
export function Sparkline({ indicator: { series, target, decimals } }: { indicator: ScreenIndicator }) {
  const t = useTranslations('display');
  const format = useFormat();
  const language = useLanguage();
  const { parts, target: goal } = sparkOf(series, target?.value ?? null, plot.width, plot.height);
  const labels = series.flatMap(({ period, value }) =>
    value === null
      ? []
      : [`${period === null ? '–' : periodText(period, language)}: ${format.number(value, decimals)}`],
  );
  const points = parts.flat();
  const [first, last] = [points[0], points.at(-1)];
  const isRising = (points[1]?.y ?? Infinity) < (first?.y ?? 0);
  const ends = series.flatMap(({ value }) => (value === null ? [] : [value]));
  const targetWord = t('target.short');
  const named = goal === null ? null : targetNamedAt(parts, goal, plot.width, widthOf(targetWord) * labelSize);
  const periods = series.map(({ period }) => (period === null ? '' : shortPeriod(period, language)));
  const widest = Math.max(...periods.map((period) => widthOf(period) * labelSize));
  const figure = (value: number | undefined) => (value === undefined ? '' : format.number(value, decimals));
  return (
    <svg
      viewBox={`0 0 ${box.width} ${box.height}`}
      className={styles['chart']}
      role="img"
      aria-label={t('series', { values: labels.join('; ') })}
    >
      <g transform={`translate(${box.left} ${box.top})`}>
        {goal !== null && <line className={styles['goal']} x1={0} x2={plot.width} y1={goal} y2={goal} />}
        {named !== null && goal !== null && (
          <text x={named === 'start' ? -2 : plot.width + 2} y={goal - 2.6} textAnchor={named}>
            {targetWord}
          </text>
        )}
        {parts.map((part, index) => (
          <polyline key={index} className={styles['series']} points={part.map(({ x, y }) => `${x},${y}`).join(' ')} />
        ))}
        {points.map(({ x, y }) => (
          <circle key={x} className={styles['dot']} cx={x} cy={y} r={1.1} />
        ))}
        {first && (
          // On the side of the point that the line leaves free.
          <text x={first.x - 2} y={figureAt(first, isRising, goal)} textAnchor="start">
            {figure(ends[0])}
          </text>
        )}
        {last && points.length > 1 && (
          <text x={last.x + 2} y={figureAt(last, isBelowLast(parts), goal)} textAnchor="end">
            {figure(ends.at(-1))}
          </text>
        )}
        {labelledAt(series, Math.floor(plot.width / (widest + labelGap))).map((index) => (
          <text
            key={index}
            x={series.length < 2 ? plot.width / 2 : (plot.width * index) / (series.length - 1)}
            y={plot.height + 12}
            textAnchor={index === 0 ? 'start' : index === series.length - 1 ? 'end' : 'middle'}
          >
            {periods[index]}
          </text>
        ))}
      </g>
    </svg>
  );
}
