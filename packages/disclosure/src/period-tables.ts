import { type Cell, gridSize, type Span } from './count-cells.ts';
import { periodForm } from '@vointi/shared/indicator/period.ts';

/** The cells of one period and area, with the values that follow from everything published. */
export type Table = Span & { area: number; form: string; values: (number | undefined)[]; cells: (Cell | undefined)[] };

export function periodTablesOf(cells: readonly Cell[]): Table[] {
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

export type Nesting = { whole: Table; parts: readonly Table[] };

const lengthOf = (all: readonly Span[]) => all.reduce((sum, { from, to }) => sum + to - from + 1, 0);

/** Whether the parts cover the whole period without a gap. */
export const isTiled = (whole: Span, parts: readonly Span[]): boolean => lengthOf(parts) === lengthOf([whole]);

/** Periods side by side; of those that begin together the longest. */
const chainOf = (tables: readonly Table[]): Table[] =>
  tables
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
    .reduce<Table[]>((chain, one) => (one.from > (chain.at(-1)?.to ?? -2) ? [...chain, one] : chain), []);

/** For each period the chains of periods inside it: the months of a year, or a quarter and the months after it. */
export function nestingsOf(tables: readonly Table[]): Nesting[] {
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
