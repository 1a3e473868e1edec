import type { FieldShape } from '@vointi/shared/filter/field.ts';
import { boardFields, type BoardFilter, type BoardOptions } from '@vointi/shared/plan/filter-fields.ts';
import { readFilters, writeFilters } from '../../lib/filter-search.ts';
import type { Search } from '../../lib/search.ts';

export const views = ['cards', 'lights', 'table', 'matrix'] as const;
type View = (typeof views)[number];

export const sortColumns = ['status', 'measure', 'goal', 'ageGroup', 'departments'] as const;
export type SortColumn = (typeof sortColumns)[number];
export type Sort = { column: SortColumn; order: 'ascending' | 'descending' };

/** All of a board's state that an address carries. */
export type BoardSearch = BoardFilter & {
  /** A closed round: the board as it was left. */
  round: string | undefined;
  view: View;
  sort: Sort | null;
};

const fields = {
  ...boardFields,
  // The server checks whether the round exists.
  round: { kind: 'one', pattern: /./ },
  view: { kind: 'one', values: views },
  sort: { kind: 'one', values: sortColumns.flatMap((column) => [column, `-${column}`] as const) },
} as const satisfies Record<string, FieldShape<BoardOptions>>;

export type BoardKey = keyof typeof fields;

export const toSortName = (sort: Sort | null): string =>
  sort ? `${sort.order === 'descending' ? '-' : ''}${sort.column}` : '';

function toSort(name: string): Sort {
  const column = name.replace(/^-/, '') as SortColumn;
  return { column, order: name.startsWith('-') ? 'descending' : 'ascending' };
}

/** Reads an address. Values that the plan does not have are left out and returned apart: a notice names them. */
export function readSearch(raw: Search, known: BoardOptions): { search: BoardSearch; unknownValues: string[] } {
  const { filter, unknownValues } = readFilters(fields, raw, known);
  const { view = 'cards', sort, round } = filter;
  const search = { ...filter, round, view, sort: view === 'table' && sort ? toSort(sort) : null };
  return { search, unknownValues };
}

/** Writes an address without defaults, so that one view has one address. Only the table has a sort order. */
export const writeSearch = ({ view, sort, ...search }: BoardSearch): Search =>
  writeFilters(fields, {
    ...search,
    view: view === 'cards' ? undefined : view,
    sort: view === 'table' ? toSortName(sort) : undefined,
  });
