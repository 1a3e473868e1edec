import { CartesianGrid, ComposedChart, Line, ReferenceDot, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { useTranslations } from 'use-intl';
import { colourOf, dashOf, Mark } from './mark.tsx';
import { beginsAtZero, columnOf, rowsOf, type Row } from './model.ts';
import { periodShort } from './period-position.ts';
import { margin, tick, type PlotProps } from './plot-props.ts';
import { roundsIn, spanOf } from './round-marks.ts';
import { targetLabel } from './target-label.ts';
import { TooltipContent } from './tooltip.tsx';

/** Lines over time; the axis is to scale, so years without figures take their space. */
export function LinePlot({ model, texts, summary, rounds, small }: PlotProps) {
  const t = useTranslations('indicatorPage.chart');
  const { periods, series, breaks, targets } = model;
  const periodAt = new Map(periods.map(({ at, period }) => [at, period]));
  const at = periods.map((one) => one.at);
  const { from, to, span } = spanOf(model);
  const marked = small ? [] : roundsIn(model, rounds);
  const end = Math.max(to, ...marked.map((round) => round.at + span / 2));
  const hollow = (index: number, segment: number, period: string) =>
    series[index]?.segments[segment]?.find((point) => point.period === period)?.isUncertain ?? false;
  return (
    <ComposedChart
      responsive
      width="100%"
      height="100%"
      data={rowsOf(model)}
      margin={margin}
      accessibilityLayer
      aria-label={summary}
    >
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        type="number"
        dataKey="at"
        domain={[from, end]}
        ticks={at}
        tickFormatter={(value: number) => periodShort(periodAt.get(value) ?? '')}
        interval="preserveStartEnd"
        minTickGap={10}
        tick={tick}
        tickLine={{ stroke: 'var(--edge)' }}
        axisLine={{ stroke: 'var(--edge)' }}
      />
      <YAxis
        width="auto"
        domain={[beginsAtZero(model) ? zeroOrLess : 'auto', 'auto']}
        tickFormatter={texts.tick}
        tickCount={small ? 4 : 6}
        tick={tick}
        tickLine={false}
        axisLine={false}
      />
      <text x={2} y={13} fill="var(--muted)" fontSize={13}>
        {texts.unit}
      </text>
      {marked.map((round) => (
        <ReferenceLine
          key={round.name + String(round.at)}
          x={round.at}
          stroke="var(--edge)"
          strokeDasharray="1 4"
          label={{ value: '▴', position: 'insideBottom', fill: 'var(--muted)', fontSize: 13 }}
        />
      ))}
      {breaks.map((one) => (
        <ReferenceLine
          key={one.period}
          x={beforeBreak(at, one.at)}
          stroke="var(--ink)"
          strokeDasharray="5 4"
          label={{ value: t('break'), position: 'top', fill: 'var(--ink)', fontSize: 13 }}
        />
      ))}
      {targets.map((target, index) => (
        <ReferenceLine
          key={target.period}
          y={target.value}
          ifOverflow="extendDomain"
          stroke="var(--ink)"
          strokeWidth={index === targets.length - 1 ? 1.5 : 1}
          strokeDasharray="8 4 2 4"
          label={targetLabel(
            model,
            index,
            t('target', { period: texts.period(target.period), value: texts.value(target.value) }),
          )}
        />
      ))}
      {targets
        .filter((target) => target.at <= end && target.at >= from)
        .map((target) => (
          <ReferenceDot
            key={target.period}
            x={target.at}
            y={target.value}
            r={5}
            fill="var(--surface)"
            stroke="var(--ink)"
            strokeWidth={2}
          />
        ))}
      {series.flatMap(({ key, segments }, index) =>
        segments.map((_, segment) => (
          <Line
            key={`${key}.${segment}`}
            dataKey={columnOf(index, segment)}
            connectNulls
            isAnimationActive={false}
            stroke={colourOf(index)}
            strokeWidth={2.25}
            strokeDasharray={dashOf(index) ?? 'none'}
            dot={({ index: at, cx, cy, payload, value }) => (
              <Mark
                key={at}
                x={value === undefined ? null : cx}
                y={cy}
                series={index}
                hollow={hollow(index, segment, (payload as Row).period)}
              />
            )}
            activeDot={{ r: 7, fill: 'none', stroke: 'var(--ink)', strokeWidth: 2 }}
          />
        )),
      )}
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: 'var(--edge)' }}
        content={({ active, payload }) => (
          <TooltipContent model={model} texts={texts} period={active ? periodOf(payload) : undefined} />
        )}
      />
    </ComposedChart>
  );
}

/** The axis starts at zero, or below it with negative figures. */
const zeroOrLess = (least: number) => Math.min(0, least);

const periodOf = (payload: readonly { payload?: unknown }[]) => (payload[0]?.payload as Row | undefined)?.period;

/** The position of a break: between its first period and the one before. */
function beforeBreak(at: readonly number[], begin: number): number {
  const last = at.filter((one) => one < begin).at(-1) ?? begin;
  return (last + (at.find((one) => one >= begin) ?? begin)) / 2;
}
