import type { BoardFilter } from '@vointi/shared/plan/filter.ts';
import { ageGroupChoices, statuses } from '@vointi/shared/measure/progress.ts';
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

/** What a plan knows: values that it does not know filter nothing. */
export type Known = { departments: readonly { slug: string }[]; goals: readonly { slug: string }[] };

const longestText = 100;
const sorts: readonly string[] = sortColumns.flatMap((column) => [column, `-${column}`]);

function sortFrom(value: string | undefined): Sort | null {
  if (value === undefined) return null;
  const column = value.replace(/^-/, '') as SortColumn;
  return { column, order: value.startsWith('-') ? 'descending' : 'ascending' };
}

const sortTo = (sort: Sort | null) => (sort ? [`${sort.order === 'descending' ? '-' : ''}${sort.column}`] : []);

/** The round whose board is asked for; whether there is such a one, the server knows. */
export const roundFrom = (raw: Search): string | undefined => raw['round']?.[0] || undefined;

/** Reads an address. What the plan does not know is left out and told, never a reason for an empty page. */
export function readSearch(raw: Search, known: Known): { search: BoardSearch; dropped: string[] } {
  const dropped: string[] = [];
  const take = <V extends string>(key: string, allowed: readonly V[]): V[] => {
    const values = [...new Set(raw[key] ?? [])].toSorted();
    dropped.push(...values.filter((value) => value !== '' && !allowed.includes(value as V)));
    return values.filter((value): value is V => allowed.includes(value as V));
  };
  const slugs = (of: readonly { slug: string }[]) => of.map(({ slug }) => slug);
  const [isNew] = take('isNew', ['true', 'false']);
  const [view = 'cards'] = take('view', views);
  const [sort] = take('sort', sorts);
  const q = raw['q']?.[0]?.trim().slice(0, longestText);
  const search: BoardSearch = {
    ageGroup: take('ageGroup', ageGroupChoices),
    department: take('department', slugs(known.departments)),
    goal: take('goal', slugs(known.goals)),
    status: take('status', statuses),
    isNew: isNew === undefined ? undefined : isNew === 'true',
    q: q || undefined,
    round: roundFrom(raw),
    view,
    sort: view === 'table' ? sortFrom(sort) : null,
  };
  return { search, dropped };
}

/** Writes an address: what is as usual is left out, so that one view has one address. */
export function writeSearch({ ageGroup, department, goal, status, isNew, q, round, view, sort }: BoardSearch): Search {
  const all: Search = {
    ageGroup,
    department,
    goal,
    status,
    isNew: isNew === undefined ? [] : [String(isNew)],
    q: q === undefined ? [] : [q],
    round: round === undefined ? [] : [round],
    view: view === 'cards' ? [] : [view],
    // Only a table is sorted.
    sort: view === 'table' ? sortTo(sort) : [],
  };
  return Object.fromEntries(Object.entries(all).filter(([, values]) => values.length > 0));
}

export const unfiltered = { ageGroup: [], department: [], goal: [], status: [], isNew: undefined, q: undefined };
