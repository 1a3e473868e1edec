import { isBrokenBetween } from '@vointi/shared/indicator/series-break.ts';
import styles from './sparkline.module.css';
import { positionOf } from '../../domain/indicator/chart/period-position.ts';

type SeriesPoint = { period: string | null; value: number | null; isUncertain: boolean };
type Props = { points: readonly SeriesPoint[]; breaks: readonly { period: string }[] };

const width = 160;
const height = 44;
const pad = 5;

type PlottedPoint = { x: number; y: number; value: number | null; at: number; period: string };

function plot(points: readonly SeriesPoint[]): PlottedPoint[] {
  const dated = points.flatMap(({ period, value }) => {
    const at = period === null ? null : positionOf(period);
    return period === null || at === null ? [] : [{ at, period, value }];
  });
  const numbers = dated.flatMap(({ value }) => (value === null ? [] : [value]));
  const [least, greatest] = [Math.min(...numbers), Math.max(...numbers)];
  const [from, to] = [dated[0]?.at ?? 0, dated.at(-1)?.at ?? 1];
  return dated.map(({ at, period, value }) => ({
    at,
    period,
    value,
    x: from === to ? width / 2 : pad + ((at - from) / (to - from)) * (width - 2 * pad),
    y:
      greatest === least
        ? height / 2
        : height - pad - (((value ?? least) - least) / (greatest - least)) * (height - 2 * pad),
  }));
}

/** Splits the points at missing figures and at breaks of the series. */
function linesOf(plotted: readonly PlottedPoint[], breaks: Props['breaks']): PlottedPoint[][] {
  const lines: PlottedPoint[][] = [];
  let before: PlottedPoint | undefined;
  for (const point of plotted) {
    const last = before;
    if (point.value !== null) {
      const isCut = !last || isBrokenBetween(last.period, point.period, breaks);
      if (isCut) lines.push([point]);
      else lines.at(-1)?.push(point);
    }
    before = point.value === null ? undefined : point;
  }
  return lines;
}

/** A small chart of a series. Decorative: the text beside it has the figures. */
export function Sparkline({ points, breaks }: Props) {
  const plotted = plot(points);
  const lines = linesOf(plotted, breaks);
  const last = lines.at(-1)?.at(-1);
  if (!last) return null;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className={styles['sparkline']} aria-hidden="true" focusable="false">
      {lines.map((line) =>
        line.length === 1 ? (
          <circle key={line[0]?.at} cx={line[0]?.x} cy={line[0]?.y} r="2.5" className={styles['point']} />
        ) : (
          <polyline
            key={line[0]?.at}
            points={line.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
            className={styles['line']}
          />
        ),
      )}
      <circle cx={last.x} cy={last.y} r="3.5" className={styles['point']} />
    </svg>
  );
}
