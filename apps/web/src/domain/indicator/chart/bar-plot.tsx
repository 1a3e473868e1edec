import { Bar, BarChart, CartesianGrid, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { useTranslations } from 'use-intl';
import { Textures, textureId } from './mark.tsx';
import { columnOf, rowsOf, type Row } from './model.ts';
import { periodShort } from './period-position.ts';
import { margin, tick, type PlotProps } from './plot-props.ts';
import { targetLabel } from './target-label.ts';
import { TooltipContent } from './tooltip.tsx';

type Props = PlotProps & { isStacked: boolean };

/** A column for each series, over all its segments: bars have no line to break. */
const joined = (row: Row, series: number, segments: number) => {
  for (let segment = 0; segment < segments; segment += 1) {
    const value = row[columnOf(series, segment)];
    if (value !== undefined) return value;
  }
  return undefined;
};

export function BarPlot({ id, model, texts, summary, small, isStacked }: Props) {
  const t = useTranslations('indicatorPage.chart');
  const { series, breaks, periods, targets } = model;
  return (
    <BarChart
      responsive
      width="100%"
      height="100%"
      data={rowsOf(model)}
      margin={margin}
      accessibilityLayer
      aria-label={summary}
      barGap={2}
      maxBarSize={56}
    >
      <Textures id={id} count={series.length} />
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        dataKey="period"
        tickFormatter={periodShort}
        interval="preserveStartEnd"
        minTickGap={8}
        tick={tick}
        tickLine={false}
        axisLine={{ stroke: 'var(--edge)' }}
      />
      <YAxis
        width="auto"
        tickFormatter={texts.tick}
        tickCount={small ? 4 : 6}
        tick={tick}
        tickLine={false}
        axisLine={false}
      />
      <text x={2} y={13} fill="var(--muted)" fontSize={13}>
        {texts.unit}
      </text>
      {series.map(({ key, segments }, index) => (
        <Bar
          key={key}
          dataKey={(row: Row) => joined(row, index, segments.length)}
          fill={`url(#${textureId(id, index)})`}
          stroke="var(--surface)"
          isAnimationActive={false}
          {...(isStacked && { stackId: 'all' })}
        />
      ))}
      {breaks.map(({ period, at }) => {
        const first = periods.find((one) => one.at >= at);
        return (
          first && (
            <ReferenceLine
              key={period}
              x={first.period}
              position="start"
              stroke="var(--ink)"
              strokeDasharray="5 4"
              label={{ value: t('break'), position: 'top', fill: 'var(--ink)', fontSize: 13 }}
            />
          )
        );
      })}
      {targets.map((target, index) => (
        <ReferenceLine
          key={target.period}
          y={target.value}
          ifOverflow="extendDomain"
          stroke="var(--ink)"
          strokeDasharray="8 4 2 4"
          label={targetLabel(
            model,
            index,
            t('target', { period: texts.period(target.period), value: texts.value(target.value) }),
          )}
        />
      ))}
      <Tooltip
        isAnimationActive={false}
        cursor={{ fill: 'var(--sunken)' }}
        content={({ active, label }) => (
          <TooltipContent model={model} texts={texts} period={active ? String(label) : undefined} isBars id={id} />
        )}
      />
    </BarChart>
  );
}
