import type { ElementaryCells, Vector } from './elementary-cells.ts';
import { type Cell, gridSize, type Span } from './count-cells.ts';
import { isTiled, type Nesting } from './period-tables.ts';
import { spend, type StepBudget } from './step-budget.ts';

const grids = Array.from({ length: gridSize }, (_, grid) => grid);

/** Both vectors are ascending. */
function minus(whole: Vector, part: Vector): Vector {
  let next = 0;
  return whole.filter((index) => {
    while (next < part.length && (part[next] ?? 0) < index) next += 1;
    return part[next] !== index;
  });
}

/** Every run of consecutive times where there are few of them; of many only the single ones. */
const runsOf = (times: readonly Span[]): Span[] =>
  times.length > fewTimes
    ? [...times]
    : times.flatMap(({ from }, index) => times.slice(index).map(({ to }) => ({ from, to })));
const fewTimes = 6;

const keyOfSum = ({ from, to }: Span, area: number, grid: number) =>
  ((from + 1) * 200_000 + to + 1) * 40 + area * 12 + grid;

/** Every sum that is not published: of each time and area, and of an area without the one inside it. @throws BudgetExceeded */
export function unpublishedSums(
  cells: readonly Cell[],
  within: readonly Nesting[],
  { times, vectorOf }: ElementaryCells,
  budget: StepBudget,
): Vector[] {
  const areas = [...new Set(cells.map(({ area }) => area))];
  const published = new Set(cells.map((cell) => keyOfSum(cell, cell.area, cell.grid)));
  const spans = [...new Map([...runsOf(times), ...cells].map((span) => [keyOfSum(span, 0, 0), span])).values()];
  const publishedGrids = [...new Set(cells.map(({ grid }) => grid))];
  const isSplit = publishedGrids.some((grid) => grid > 0);
  const open: Vector[] = [];
  const add = (vector: Vector) => {
    spend(budget, vector.length + 1);
    if (vector.length > 0) open.push(vector);
  };
  for (const grid of grids.filter((one) => isSplit || publishedGrids.includes(one))) {
    for (const span of spans)
      for (const area of areas) {
        const whole = vectorOf({ ...span, area, grid });
        spend(budget, whole.length * areas.length * 4);
        if (!published.has(keyOfSum(span, area, grid))) add(whole);
        for (const inner of areas) if (inner < area) add(minus(whole, vectorOf({ ...span, area: inner, grid })));
      }
    for (const { whole, parts } of within)
      if (!isTiled(whole, parts))
        add(parts.map((part) => vectorOf({ ...part, grid })).reduce(minus, vectorOf({ ...whole, grid })));
  }
  return open;
}
