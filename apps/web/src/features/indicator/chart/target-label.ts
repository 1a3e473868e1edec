import type { ChartModel } from './model.ts';

type Given = Pick<ChartModel, 'periods' | 'series'>;
export type Side = 'left' | 'right';

/** Where the figures keep farther from a target: its words stand over that end of its line. */
export function sideOf({ periods, series }: Given, target: number): Side {
  const [first, last] = [periods[0]?.at ?? 0, periods.at(-1)?.at ?? 0];
  const points = series.flatMap(({ segments }) => segments.flat());
  /** The words are about as wide as half of a narrow drawing. */
  const middle = (first + last) / 2;
  const nearest = (own: typeof points) => Math.min(...own.map(({ value }) => Math.abs(value - target)));
  const isLeft = nearest(points.filter(({ at }) => at <= middle)) >= nearest(points.filter(({ at }) => at >= middle));
  return isLeft ? 'left' : 'right';
}

const other = { left: 'right', right: 'left' } as const;
const positions = { left: 'insideBottomLeft', right: 'insideBottomRight' } as const;

/** How the words of a target are written; of several targets each at the other end. The paper shows around the letters. */
export function targetLabel(model: ChartModel, index: number, text: string) {
  const side = sideOf(model, model.targets[0]?.value ?? 0);
  return {
    value: text,
    position: positions[index % 2 === 0 ? side : other[side]],
    fill: 'var(--ink)',
    fontSize: 13,
    stroke: 'var(--surface)',
    strokeWidth: 4,
    paintOrder: 'stroke',
  };
}
