import { type Cell, cross, gridSize, isSmallCount, sums } from './count-cells.ts';
import { isTiled, type Table, type Nesting } from './period-tables.ts';

const grids = Array.from({ length: gridSize }, (_, grid) => grid);

type Part = { cell: Cell | undefined; value: number };
/** A published total with all its parts, and how many of it belong to none of them. */
export type Sum = { total: Cell; parts: readonly Part[]; unrecorded: number };

type Positions = readonly { table: Table; grid: number }[];

function sumOf(total: Cell | undefined, positions: Positions): Sum[] {
  const parts = positions.flatMap(({ table: { cells, values }, grid }) => {
    const value = values[grid];
    return value === undefined ? [] : [{ cell: cells[grid], value }];
  });
  if (!total || parts.length < positions.length) return [];
  return [{ total, parts, unrecorded: total.value - parts.reduce((sum, { value }) => sum + value, 0) }];
}

/** Adds the rest of the period as a part that is not published. */
const withRest = ({ total, parts, unrecorded }: Sum): Sum => ({
  total,
  parts: [...parts, { cell: undefined, value: Math.max(0, unrecorded) }],
  unrecorded: 0,
});

/** Every published total whose parts are known: by age group, by sex, by both, and over time. */
export function publishedSumsOf(tables: readonly Table[], within: readonly Nesting[]): Sum[] {
  const inOne = tables.flatMap((table) =>
    [...sums, cross].flatMap(([total = 0, ...parts]) =>
      sumOf(
        table.cells[total],
        parts.map((grid) => ({ table, grid })),
      ),
    ),
  );
  // A part without a known value belongs to the rest.
  const overTime = within.flatMap(({ whole, parts }) =>
    grids.flatMap((grid) => {
      const known = parts.filter(({ values }) => values[grid] !== undefined);
      const isAll = isTiled(whole, known);
      if (known.length === 0) return [];
      return sumOf(
        whole.cells[grid],
        known.map((table) => ({ table, grid })),
      ).map((sum) => (isAll ? { ...sum, unrecorded: 0 } : withRest(sum)));
    }),
  );
  return [...inOne, ...overTime];
}

/** Smallest first; zeros last, because hiding a zero protects nothing. */
const bySize = (a: Part, b: Part) => Number(a.value === 0) - Number(b.value === 0) || a.value - b.value;

/**
 * The cell to hide next where a sum reveals a small count: one part alone is hidden, the hidden parts are fewer than
 * five people together, or there are as many hidden parts as people, so that each is one.
 */
export function nextToHide({ total, parts, unrecorded }: Sum): Cell[] {
  if (total.isHidden) return [];
  const isUnrecorded = unrecorded > 0 && isSmallCount(unrecorded);
  // An unpublished cell whose true count is zero is public knowledge.
  const hidden = parts.filter(({ cell, value }) => cell?.isHidden ?? value !== 0);
  if (!isUnrecorded && !hidden.some(({ value }) => isSmallCount(value))) return [];
  const published = parts.filter(({ cell }) => cell && !cell.isHidden);
  const together = total.value - published.reduce((sum, { value }) => sum + value, 0);
  const count = hidden.length + Number(isUnrecorded);
  const areAllOne = together <= count && hidden.every(({ value }) => value !== 0);
  if (count > 1 && !isSmallCount(together) && !areAllOne) return [];
  return [published.toSorted(bySize)[0]?.cell ?? total];
}
