import { beginsAtZero, type ChartModel } from './model.ts';

type PlottedFigures = Pick<ChartModel, 'periods' | 'series' | 'targets'>;
type LabelPlacement = { side: 'Left' | 'Right'; isBelow: boolean };

/** Height of a label, as a share of the chart's height. */
const labelHeight = 0.15;

/** The free side for a target's label: above or below the end of its line that is farther from the figures. */
export function placementOf(model: PlottedFigures, target: number): LabelPlacement {
  const { periods, series, targets } = model;
  const points = series.flatMap(({ segments }) => segments.flat());
  const middle = ((periods[0]?.at ?? 0) + (periods.at(-1)?.at ?? 0)) / 2;
  const left = points.filter(({ at }) => at <= middle);
  const right = points.filter(({ at }) => at >= middle);
  const nearest = (own: typeof points) => Math.min(...own.map(({ value }) => Math.abs(value - target)));
  const isLeft = nearest(left) >= nearest(right);
  const all = [...points, ...targets].map(({ value }) => value);
  const bottom = beginsAtZero(model) ? Math.min(0, ...all) : Math.min(...all);
  const need = (Math.max(...all) - bottom) * labelHeight;
  const isFree = (from: number, to: number) =>
    !(isLeft ? left : right).some(({ value }) => value >= from && value <= to);
  const isBelow = !isFree(target, target + need) && target - need > bottom && isFree(target - need, target);
  return { side: isLeft ? 'Left' : 'Right', isBelow };
}

/** Props of a target's label; several targets alternate between the ends. A stroke separates letters from the lines. */
export function targetLabel(model: ChartModel, index: number, text: string) {
  const { side, isBelow } = placementOf(model, model.targets[0]?.value ?? 0);
  const isOther = index % 2 === 1;
  const end = isOther ? (side === 'Left' ? 'Right' : 'Left') : side;
  return {
    value: text,
    // The library's "inside top" is below the line.
    position: `inside${isBelow && !isOther ? 'Top' : 'Bottom'}${end}` as const,
    fill: 'var(--ink)',
    fontSize: 13,
    stroke: 'var(--surface)',
    strokeWidth: 4,
    paintOrder: 'stroke',
  };
}
