import type { Atoms, Vector } from './suppress-atoms.ts';
import { type Cell, gridSize, type Span } from './suppress-cells.ts';
import { isTiled, type Within } from './suppress-table.ts';
import { spend, type Work } from './suppress-work.ts';

const grids = Array.from({ length: gridSize }, (_, grid) => grid);

/** Both are in order. */
function minus(whole: Vector, part: Vector): Vector {
  let next = 0;
  return whole.filter((at) => {
    while (next < part.length && (part[next] ?? 0) < at) next += 1;
    return part[next] !== at;
  });
}

/** Times with those after them, while there are few: of many only one by one. */
const runsOf = (times: readonly Span[]): Span[] =>
  times.length > fewTimes
    ? [...times]
    : times.flatMap(({ from }, at) => times.slice(at).map(({ to }) => ({ from, to })));
const fewTimes = 6;

const placeOf = ({ from, to }: Span, area: number, grid: number) =>
  ((from + 1) * 200_000 + to + 1) * 40 + area * 12 + grid;

/** Every sum that is not published: of each time, in each area, and in an area without the one within it. @throws TooMuch */
export function unpublished(
  cells: readonly Cell[],
  within: readonly Within[],
  { times, vectorOf }: Atoms,
  work: Work,
): Vector[] {
  const areas = [...new Set(cells.map(({ area }) => area))];
  const published = new Set(cells.map((cell) => placeOf(cell, cell.area, cell.grid)));
  const spans = [...new Map([...runsOf(times), ...cells].map((span) => [placeOf(span, 0, 0), span])).values()];
  const told = [...new Set(cells.map(({ grid }) => grid))];
  const isSplit = told.some((grid) => grid > 0);
  const open: Vector[] = [];
  const add = (vector: Vector) => {
    spend(work, vector.length + 1);
    if (vector.length > 0) open.push(vector);
  };
  for (const grid of grids.filter((one) => isSplit || told.includes(one))) {
    for (const span of spans)
      for (const area of areas) {
        const whole = vectorOf({ ...span, area, grid });
        spend(work, whole.length * areas.length * 4);
        if (!published.has(placeOf(span, area, grid))) add(whole);
        for (const inner of areas) if (inner < area) add(minus(whole, vectorOf({ ...span, area: inner, grid })));
      }
    for (const { whole, parts } of within)
      if (!isTiled(whole, parts))
        add(parts.map((part) => vectorOf({ ...part, grid })).reduce(minus, vectorOf({ ...whole, grid })));
  }
  return open;
}
