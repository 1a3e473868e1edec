import { beginsAtZero, type ChartModel } from './model.ts';

type Given = Pick<ChartModel, 'periods' | 'series' | 'targets'>;
type Place = { side: 'Left' | 'Right'; isBelow: boolean };

/** Of the height of the drawing: what a line of words takes. */
const lineOfWords = 0.15;

/** Where the words of a target are clear of the figures: over or under that end of its line from which they keep away. */
export function placeOf(model: Given, target: number): Place {
  const { periods, series, targets } = model;
  const points = series.flatMap(({ segments }) => segments.flat());
  const middle = ((periods[0]?.at ?? 0) + (periods.at(-1)?.at ?? 0)) / 2;
  const left = points.filter(({ at }) => at <= middle);
  const right = points.filter(({ at }) => at >= middle);
  const nearest = (own: typeof points) => Math.min(...own.map(({ value }) => Math.abs(value - target)));
  const isLeft = nearest(left) >= nearest(right);
  const all = [...points, ...targets].map(({ value }) => value);
  const bottom = beginsAtZero(model) ? Math.min(0, ...all) : Math.min(...all);
  const need = (Math.max(...all) - bottom) * lineOfWords;
  const isFree = (from: number, to: number) =>
    !(isLeft ? left : right).some(({ value }) => value >= from && value <= to);
  const isBelow = !isFree(target, target + need) && target - need > bottom && isFree(target - need, target);
  return { side: isLeft ? 'Left' : 'Right', isBelow };
}

/** How the words of a target are written; of several targets each at the other end. The paper shows around the letters. */
export function targetLabel(model: ChartModel, index: number, text: string) {
  const { side, isBelow } = placeOf(model, model.targets[0]?.value ?? 0);
  const isOther = index % 2 === 1;
  const end = isOther ? (side === 'Left' ? 'Right' : 'Left') : side;
  return {
    value: text,
    // Inside of what is under the line is under it.
    position: `inside${isBelow && !isOther ? 'Top' : 'Bottom'}${end}` as const,
    fill: 'var(--ink)',
    fontSize: 13,
    stroke: 'var(--surface)',
    strokeWidth: 4,
    paintOrder: 'stroke',
  };
}
