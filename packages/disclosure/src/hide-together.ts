import { type ElementaryCells, elementaryCellsOf, type Vector, withoutEmptyCells } from './elementary-cells.ts';
import { type Cell, gridSize, isSmallCount } from './count-cells.ts';
import { isSafeTable } from './safe-table.ts';
import { unpublishedSums } from './unpublished-sums.ts';
import { solverOf } from './linear-solver.ts';
import { nextToHide, type Sum, publishedSumsOf } from './published-sums.ts';
import { periodTablesOf, nestingsOf, type Nesting } from './period-tables.ts';
import { spend, BudgetExceeded, type StepBudget } from './step-budget.ts';

/** Cells × elementary cells² per step, roughly: a table that is far too large is refused before it is begun. */
const sizePerStep = 200;

const grids = Array.from({ length: gridSize }, (_, grid) => grid);

/** The value of a sum of elementary cells, where it follows from what is published. */
type Solve = (wanted: Vector) => number | undefined;

function solveWith(cells: readonly Cell[], { size, vectorOf }: ElementaryCells, budget: StepBudget): Solve {
  const values = cells.map(({ value }) => value);
  return solverOf(cells.map(vectorOf), size, budget, values).valueOf;
}

/** What is hidden first: other areas than the municipality, then the narrowest cell, then the smallest that is not zero. */
function byLoss(widthOf: (cell: Cell) => number) {
  return (a: Cell, b: Cell) =>
    b.area - a.area || Number(a.value === 0) - Number(b.value === 0) || widthOf(a) - widthOf(b) || a.value - b.value;
}

/** Hides cells until no secret can be calculated. A secret that cannot be calculated once stays so: hiding only removes. */
function hideUntilUnsolvable(
  cells: readonly Cell[],
  secrets: readonly Vector[],
  elementary: ElementaryCells,
  budget: StepBudget,
): void {
  const known = new Map(cells.map((cell) => [cell, elementary.vectorOf(cell)]));
  const loss = byLoss((cell) => known.get(cell)?.length ?? 0);
  let open = secrets;
  while (open.length > 0) {
    const published = cells.filter(({ isHidden }) => !isHidden);
    const { termsOf } = solverOf(
      published.map((cell) => known.get(cell) ?? []),
      elementary.size,
      budget,
    );
    open = open.filter((secret) => {
      const from = termsOf(secret)?.flatMap(({ input }) => published[input] ?? []) ?? [];
      if (from.length > 0 && !from.some(({ isHidden }) => isHidden)) {
        const [cell] = from.toSorted(loss);
        if (cell) cell.isHidden = true;
      }
      return from.length > 0;
    });
  }
}

const isNobody = (value = 1): boolean => Math.abs(value) < 1e-6;

/** Elementary cells that an outsider knows to be zero: parts of a zero that is shown or can be calculated. */
function zerosOf(
  published: readonly Cell[],
  all: ElementaryCells,
  within: readonly Nesting[],
  budget: StepBudget,
): Set<number> {
  const zeros = new Set(published.filter(({ value }) => value === 0).flatMap(all.vectorOf));
  for (let isDone = false; !isDone;) {
    const elementary = withoutEmptyCells(all, zeros);
    const solve = solveWith(published, elementary, budget);
    const nobody = unpublishedSums(published, within, elementary, budget).filter((sum) => isNobody(solve(sum)));
    for (const index of nobody.flat()) zeros.add(index);
    isDone = nobody.length === 0;
  }
  return zeros;
}

/** The sums that are not published, with the value of those that can be calculated. */
function openOf(cells: readonly Cell[], within: readonly Nesting[], elementary: ElementaryCells, budget: StepBudget) {
  const solve = solveWith(cells, elementary, budget);
  const open = unpublishedSums(cells, within, elementary, budget).map((sum) => ({ sum, value: solve(sum) }));
  return { elementary, solve, open };
}

/** Hides the small counts of related cells, and the cells that would reveal them. @throws BudgetExceeded */
function hideAll(cells: readonly Cell[], all: ElementaryCells, budget: StepBudget): void {
  const tables = periodTablesOf(cells);
  spend(budget, tables.length * tables.length * 4);
  const within = nestingsOf(tables);
  const published = cells.filter(({ isHidden }) => !isHidden);
  let { elementary, solve, open } = openOf(cells, within, all, budget);
  if (published.some(({ value }) => value === 0) || open.some(({ value }) => isNobody(value)))
    ({ elementary, solve, open } = openOf(
      cells,
      within,
      withoutEmptyCells(all, zerosOf(published, all, within, budget)),
      budget,
    ));
  const secrets = [
    ...cells.filter(({ value }) => isSmallCount(value)).map(elementary.vectorOf),
    ...open.filter(({ value }) => isSmallCount(Math.max(0, value ?? 0))).map(({ sum }) => sum),
  ];
  for (const table of tables)
    for (const grid of grids) table.values[grid] ??= solve(elementary.vectorOf({ ...table, grid }));
  hideUntilUnsolvable(
    cells,
    secrets.filter(({ length }) => length > 0),
    elementary,
    budget,
  );
  // Hiding more cells reveals nothing new, so the values found above still hold.
  hideBySums(publishedSumsOf(tables, within), budget);
}

function hideBySums(sums: readonly Sum[], budget: StepBudget): void {
  for (let isDone = false; !isDone;) {
    isDone = true;
    for (const sum of sums) {
      spend(budget, sum.parts.length);
      for (const cell of nextToHide(sum)) {
        cell.isHidden = true;
        isDone = false;
      }
    }
  }
}

/** Hides the longer half of the periods; the rest is cheaper to solve. */
function hideLonger(cells: readonly Cell[], budget: StepBudget): void {
  const lengths = [...new Set(cells.map(({ from, to }) => to - from))].toSorted((a, b) => a - b);
  const longest = lengths[Math.ceil(lengths.length / 2) - 1] ?? 0;
  const isLong = ({ from, to }: Cell) => to - from > longest;
  for (const cell of cells) cell.isHidden ||= isLong(cell);
  hideTogether(
    cells.filter((cell) => !isLong(cell)),
    budget,
  );
}

function hideIn(cells: readonly Cell[], steps: number): void {
  const isOneTime = cells.every(({ from, to }) => from === cells[0]?.from && to === cells[0]?.to);
  if (isOneTime && isSafeTable(cells)) return;
  // A table of one period is small: it is always solved, whatever its share of the budget.
  const budget = { left: isOneTime ? Number.POSITIVE_INFINITY : steps };
  try {
    const elementary = elementaryCellsOf(cells);
    if (cells.length * elementary.size * elementary.size > budget.left * sizePerStep) throw new BudgetExceeded();
    hideAll(cells, elementary, budget);
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error;
    hideLonger(cells, { left: steps / 2 });
  }
}

/**
 * Solves each group of cells that overlap in time. Takes cells ordered by `byTime`. Periods of one length are never
 * parts of each other, although school years overlap. Each group gets a share of the budget by its number of cells.
 */
export function hideTogether(cells: readonly Cell[], budget: StepBudget): void {
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
  for (const group of groups) hideIn(group, (budget.left * group.length) / cells.length);
}
