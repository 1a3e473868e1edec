import { type Atoms, atomsOf, type Vector, withoutZeros } from './suppress-atoms.ts';
import { type Cell, gridSize, isSmallCount } from './suppress-cells.ts';
import { isPlain } from './suppress-plain.ts';
import { unpublished } from './suppress-open.ts';
import { solverOf } from './suppress-span.ts';
import { nextToHide, type Sum, sumsOf } from './suppress-sums.ts';
import { tablesOf, withinOf, type Within } from './suppress-table.ts';
import { spend, TooMuch, type Work } from './suppress-work.ts';

/** How much of cells by groups by groups is a step, about: a table that is far too large is not begun. */
const stepsTold = 200;

const grids = Array.from({ length: gridSize }, (_, grid) => grid);

/** What a sum of smallest groups is, where that follows from what is published. */
type Solve = (wanted: Vector) => number | undefined;

function solveWith(cells: readonly Cell[], { size, vectorOf }: Atoms, work: Work): Solve {
  const values = cells.map(({ value }) => value);
  return solverOf(cells.map(vectorOf), size, work, values).valueOf;
}

/** What is hidden first: other areas than the municipality, then the narrowest, then the smallest that is not zero. */
function byLoss(sizeOf: (cell: Cell) => number) {
  return (a: Cell, b: Cell) =>
    b.area - a.area || Number(a.value === 0) - Number(b.value === 0) || sizeOf(a) - sizeOf(b) || a.value - b.value;
}

/** Sums to and fro, until nothing small is one of them. What cannot be made once never can. */
function hideUntilUnsolvable(cells: readonly Cell[], secrets: readonly Vector[], atoms: Atoms, work: Work): void {
  const known = new Map(cells.map((cell) => [cell, atoms.vectorOf(cell)]));
  const loss = byLoss((cell) => known.get(cell)?.length ?? 0);
  let open = secrets;
  while (open.length > 0) {
    const shown = cells.filter(({ isHidden }) => !isHidden);
    const { termsOf } = solverOf(
      shown.map((cell) => known.get(cell) ?? []),
      atoms.size,
      work,
    );
    open = open.filter((secret) => {
      const from = termsOf(secret)?.flatMap(({ at }) => shown[at] ?? []) ?? [];
      if (from.length > 0 && !from.some(({ isHidden }) => isHidden)) {
        const [cell] = from.toSorted(loss);
        if (cell) cell.isHidden = true;
      }
      return from.length > 0;
    });
  }
}

const isNobody = (value = 1): boolean => Math.abs(value) < 1e-6;

/** The groups that nobody is in, as whoever sees what is shown knows: those of a zero, shown or calculated. */
function zerosOf(shown: readonly Cell[], all: Atoms, within: readonly Within[], work: Work): Set<number> {
  const zeros = new Set(shown.filter(({ value }) => value === 0).flatMap(all.vectorOf));
  for (let isDone = false; !isDone;) {
    const atoms = withoutZeros(all, zeros);
    const solve = solveWith(shown, atoms, work);
    const nobody = unpublished(shown, within, atoms, work).filter((sum) => isNobody(solve(sum)));
    for (const at of nobody.flat()) zeros.add(at);
    isDone = nobody.length === 0;
  }
  return zeros;
}

/** What is not published, and how much it is where that follows. */
function openOf(cells: readonly Cell[], within: readonly Within[], atoms: Atoms, work: Work) {
  const solve = solveWith(cells, atoms, work);
  const open = unpublished(cells, within, atoms, work).map((sum) => ({ sum, value: solve(sum) }));
  return { atoms, solve, open };
}

/** Hides what is small in cells that have to do with each other, and what would give it away. @throws TooMuch */
function hideAll(cells: readonly Cell[], all: Atoms, work: Work): void {
  const tables = tablesOf(cells);
  spend(work, tables.length * tables.length * 4);
  const within = withinOf(tables);
  const shown = cells.filter(({ isHidden }) => !isHidden);
  let { atoms, solve, open } = openOf(cells, within, all, work);
  if (shown.some(({ value }) => value === 0) || open.some(({ value }) => isNobody(value)))
    ({ atoms, solve, open } = openOf(cells, within, withoutZeros(all, zerosOf(shown, all, within, work)), work));
  const secrets = [
    ...cells.filter(({ value }) => isSmallCount(value)).map(atoms.vectorOf),
    ...open.filter(({ value }) => isSmallCount(Math.max(0, value ?? 0))).map(({ sum }) => sum),
  ];
  for (const table of tables)
    for (const grid of grids) table.values[grid] ??= solve(atoms.vectorOf({ ...table, grid }));
  hideUntilUnsolvable(
    cells,
    secrets.filter(({ length }) => length > 0),
    atoms,
    work,
  );
  // What is hidden now makes nothing known that was not.
  hideBySums(sumsOf(tables, within), work);
}

function hideBySums(sums: readonly Sum[], work: Work): void {
  for (let isDone = false; !isDone;) {
    isDone = true;
    for (const sum of sums) {
      spend(work, sum.parts.length);
      for (const cell of nextToHide(sum)) {
        cell.isHidden = true;
        isDone = false;
      }
    }
  }
}

/** The longer half of the periods is hidden, and what is left is less to solve. */
function hideLonger(cells: readonly Cell[], work: Work): void {
  const lengths = [...new Set(cells.map(({ from, to }) => to - from))].toSorted((a, b) => a - b);
  const longest = lengths[Math.ceil(lengths.length / 2) - 1] ?? 0;
  const isLong = ({ from, to }: Cell) => to - from > longest;
  for (const cell of cells) cell.isHidden ||= isLong(cell);
  hideTogether(
    cells.filter((cell) => !isLong(cell)),
    work,
  );
}

function hideIn(cells: readonly Cell[], steps: number): void {
  const isOneTime = cells.every(({ from, to }) => from === cells[0]?.from && to === cells[0]?.to);
  if (isOneTime && isPlain(cells)) return;
  // A table of one time is small: whatever its share is, it is solved.
  const work = { left: isOneTime ? Number.POSITIVE_INFINITY : steps };
  try {
    const atoms = atomsOf(cells);
    if (cells.length * atoms.size * atoms.size > work.left * stepsTold) throw new TooMuch();
    hideAll(cells, atoms, work);
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    hideLonger(cells, { left: steps / 2 });
  }
}

/**
 * Cells in order that overlap in time; of one form they are never parts of each other, though school years overlap.
 * Each group has a share of the work by how many it has.
 */
export function hideTogether(cells: readonly Cell[], work: Work): void {
  const lengths = new Set(cells.map(({ from, to }) => to - from));
  const groups: Cell[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const cell of cells) {
    const last = groups.at(-1)?.at(-1);
    const isSame = last?.from === cell.from && last.to === cell.to;
    if (isSame || (lengths.size > 1 && cell.from <= end)) groups.at(-1)?.push(cell);
    else groups.push([cell]);
    end = Math.max(end, cell.to);
  }
  for (const group of groups) hideIn(group, (work.left * group.length) / cells.length);
}
