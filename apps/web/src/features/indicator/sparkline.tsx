import { isBrokenBetween } from '@vointi/shared/indicator/series-break.ts';
import styles from './sparkline.module.css';
import { positionOf } from '../../domain/indicator/chart/period-position.ts';

type Given = { period: string | null; value: number | null; isUncertain: boolean };
type Props = { points: readonly Given[]; breaks: readonly { period: string }[] };

const width = 160;
const height = 44;
const pad = 5;

type Placed = { x: number; y: number; value: number | null; at: number; period: string };

function place(points: readonly Given[]): Placed[] {
  const known = points.flatMap(({ period, value }) => {
    const at = period === null ? null : positionOf(period);
    return period === null || at === null ? [] : [{ at, period, value }];
  });
  const numbers = known.flatMap(({ value }) => (value === null ? [] : [value]));
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const [from, to] = [known[0]?.at ?? 0, known.at(-1)?.at ?? 1];
  return known.map(({ at, period, value }) => ({
    at,
    period,
    value,
    x: from === to ? width / 2 : pad + ((at - from) / (to - from)) * (width - 2 * pad),
    y: most === least ? height / 2 : height - pad - (((value ?? least) - least) / (most - least)) * (height - 2 * pad),
  }));
}

/** Lines without a gap: a missing figure and a break in the series end one. */
function linesOf(placed: readonly Placed[], breaks: Props['breaks']): Placed[][] {
  const lines: Placed[][] = [];
  let before: Placed | undefined;
  for (const point of placed) {
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

/** The course of a series in a few strokes. Decoration: its figures stand beside it in words. */
export function Sparkline({ points, breaks }: Props) {
  const placed = place(points);
  const lines = linesOf(placed, breaks);
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
