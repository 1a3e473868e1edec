import { type Cell, gridSize, type Span } from './suppress-cells.ts';
import { periodForm } from './period.ts';

/** What is published of a period and area, and the values that follow from everything that is. */
export type Table = Span & { area: number; form: string; values: (number | undefined)[]; cells: (Cell | undefined)[] };

export function tablesOf(cells: readonly Cell[]): Table[] {
  const tables = new Map<string, Table>();
  for (const cell of cells) {
    const { area, from, to, period, grid } = cell;
    const key = `${area} ${period}`;
    const table = tables.get(key) ?? {
      area,
      from,
      to,
      form: periodForm(period) ?? '',
      values: Array.from({ length: gridSize }, () => undefined),
      cells: [],
    };
    tables.set(key, table);
    table.values[grid] ??= cell.value;
    table.cells[grid] ??= cell;
  }
  return [...tables.values()];
}

export type Within = { whole: Table; parts: readonly Table[] };

const lengthOf = (all: readonly Span[]) => all.reduce((sum, { from, to }) => sum + to - from + 1, 0);

/** Whether nothing of a period is left between its parts. */
export const isTiled = (whole: Span, parts: readonly Span[]): boolean => lengthOf(parts) === lengthOf([whole]);

/** Side by side: of those that begin together the longest. */
const chainOf = (tables: readonly Table[]): Table[] =>
  tables
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
    .reduce<Table[]>((chain, one) => (one.from > (chain.at(-1)?.to ?? -2) ? [...chain, one] : chain), []);

/** Periods within a longer one, side by side: the months of a year, and a quarter with the months after it. */
export function withinOf(tables: readonly Table[]): Within[] {
  return tables.flatMap((whole) => {
    const inside = tables.filter(
      (one) =>
        one.area === whole.area &&
        one.from >= whole.from &&
        one.to <= whole.to &&
        one.to - one.from < whole.to - whole.from,
    );
    const forms = Map.groupBy(inside, ({ form }) => form);
    return [...(forms.size > 1 ? [inside] : []), ...forms.values()].map((parts) => ({ whole, parts: chainOf(parts) }));
  });
}
