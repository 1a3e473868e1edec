import { type Atoms, atomsOf, type Vector } from './suppress-atoms.ts';
import { type Cell, gridSize, isSmallCount, type Span } from './suppress-cells.ts';
import { solverOf } from './suppress-span.ts';
import { nextToHide, type Sum, sumsOf } from './suppress-sums.ts';
import { isTiled, tablesOf, withinOf, type Within } from './suppress-table.ts';

const grids = Array.from({ length: gridSize }, (_, grid) => grid);

/** What a sum of smallest groups is, where that follows from what is published. */
type Solve = (wanted: Vector) => number | undefined;

function solveWith(cells: readonly Cell[], { vectorOf }: Atoms): Solve {
  const solve = solverOf(cells.map(vectorOf));
  return (wanted) => solve(wanted)?.reduce((sum, { at, times }) => sum + times * (cells[at]?.value ?? 0), 0);
}

const minus = (whole: Vector, ...parts: readonly Vector[]): Vector =>
  parts.reduce((left, part) => left.map((one, at) => one - (part[at] ?? 0)), whole);

/** Times with those after them, while there are few: of many only one by one. */
const runsOf = (times: readonly Span[]): Span[] =>
  times.length > fewTimes
    ? [...times]
    : times.flatMap(({ from }, at) => times.slice(at).map(({ to }) => ({ from, to })));
const fewTimes = 6;

const placeOf = ({ from, to }: Span, area: number, grid: number) => [from, to, area, grid].join(' ');

/** Every sum that is not published: of each time, in each area, and in an area without the one within it. */
function unpublished(cells: readonly Cell[], within: readonly Within[], { times, vectorOf }: Atoms): Vector[] {
  const areas = [...new Set(cells.map(({ area }) => area))];
  const published = new Set(cells.map((cell) => placeOf(cell, cell.area, cell.grid)));
  const spans = [...new Map([...runsOf(times), ...cells].map((span) => [placeOf(span, 0, 0), span])).values()];
  const told = [...new Set(cells.map(({ grid }) => grid))];
  const isSplit = told.some((grid) => grid > 0);
  return grids
    .filter((grid) => isSplit || told.includes(grid))
    .flatMap((grid) => [
      ...spans.flatMap((span) =>
        areas.flatMap((area) => {
          const whole = () => vectorOf({ ...span, area, grid });
          const without = areas
            .filter((inner) => inner < area)
            .map((inner) => minus(whole(), vectorOf({ ...span, area: inner, grid })));
          return published.has(placeOf(span, area, grid)) ? without : [whole(), ...without];
        }),
      ),
      ...within
        .filter(({ whole, parts }) => !isTiled(whole, parts))
        .map(({ whole, parts }) =>
          minus(vectorOf({ ...whole, grid }), ...parts.map((part) => vectorOf({ ...part, grid }))),
        ),
    ]);
}

/** What is hidden first: other areas than the municipality, then the narrowest, then the smallest that is not zero. */
function byLoss(sizeOf: (cell: Cell) => number) {
  return (a: Cell, b: Cell) =>
    b.area - a.area || Number(a.value === 0) - Number(b.value === 0) || sizeOf(a) - sizeOf(b) || a.value - b.value;
}

/** Sums to and fro, until nothing small is one of them. */
function hideUntilUnsolvable(cells: readonly Cell[], secrets: readonly Vector[], atoms: Atoms) {
  const known = new Map(cells.map((cell) => [cell, atoms.vectorOf(cell)]));
  const loss = byLoss((cell) => known.get(cell)?.reduce((sum, one) => sum + one, 0) ?? 0);
  const none = new Float64Array(atoms.size);
  let isDone = false;
  while (!isDone) {
    isDone = true;
    const shown = cells.filter(({ isHidden }) => !isHidden);
    const solve = solverOf(shown.map((cell) => known.get(cell) ?? none));
    for (const secret of secrets) {
      const from = solve(secret)?.flatMap(({ at }) => shown[at] ?? []) ?? [];
      if (from.length === 0 || from.some(({ isHidden }) => isHidden)) continue;
      const [cell] = from.toSorted(loss);
      if (cell) cell.isHidden = true;
      isDone = false;
    }
  }
}

/** Smallest groups beyond which a table is not solved as one: then its longest periods are hidden, or nothing is small. */
const largestTable = 240;

function hideLongest(cells: readonly Cell[]) {
  if (!cells.some(({ isHidden }) => isHidden)) return;
  const longest = Math.max(...cells.map(({ from, to }) => to - from));
  for (const cell of cells) cell.isHidden ||= cell.to - cell.from === longest;
  hideTogether(cells.filter(({ from, to }) => to - from < longest));
}

/** Hides what is small in cells that have to do with each other, and what would give it away. */
function hideIn(cells: readonly Cell[]): void {
  const atoms = atomsOf(cells);
  if (atoms.size > largestTable) {
    hideLongest(cells);
    return;
  }
  const tables = tablesOf(cells);
  const within = withinOf(tables);
  const open = unpublished(cells, within, atoms);
  if (open.length === 0 && !cells.some(({ isHidden }) => isHidden)) return void hideBySums(sumsOf(tables, within));
  const solve = solveWith(cells, atoms);
  for (const table of tables)
    for (const grid of grids) table.values[grid] ??= solve(atoms.vectorOf({ ...table, grid }));
  const secrets = [
    ...cells.filter(({ value }) => isSmallCount(value)).map(atoms.vectorOf),
    ...open.filter((sum) => isSmallCount(Math.max(0, solve(sum) ?? 0))),
  ];
  const sums = sumsOf(tables, within);
  do if (secrets.length > 0) hideUntilUnsolvable(cells, secrets, atoms);
  while (hideBySums(sums));
}

/** Whether anything had to be hidden. */
function hideBySums(sums: readonly Sum[]): boolean {
  let isAny = false;
  for (let next = sums.flatMap(nextToHide); next.length > 0; next = sums.flatMap(nextToHide)) {
    const [cell] = next;
    if (cell) cell.isHidden = true;
    isAny = true;
  }
  return isAny;
}

/** Cells of periods that overlap; of one form they are never parts of each other, though school years overlap. */
export function hideTogether(cells: readonly Cell[]): void {
  const lengths = new Set(cells.map(({ from, to }) => to - from));
  const groups: Cell[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const cell of cells.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = groups.at(-1)?.at(-1);
    const isSame = last?.from === cell.from && last.to === cell.to;
    if (isSame || (lengths.size > 1 && cell.from <= end)) groups.at(-1)?.push(cell);
    else groups.push([cell]);
    end = Math.max(end, cell.to);
  }
  for (const group of groups) hideIn(group);
}
