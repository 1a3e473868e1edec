import { ageGroupChoices, statuses, type AgeGroup, type AgeGroupChoice, type Status } from '../measure/progress.ts';
import { changeOf, countStatuses } from '../measure/status.ts';
import { languages, type Text } from '../text/text.ts';
import type { Board, BoardGoal, BoardMeasure } from './contract.ts';

/** Within one list either value will do; all filters must hold. Empty or absent: no restriction. */
export type BoardFilter = {
  ageGroup: readonly AgeGroupChoice[];
  department: readonly string[];
  goal: readonly string[];
  status: readonly Status[];
  isNew?: boolean | undefined;
  q?: string | undefined;
};

export const noFilter: BoardFilter = { ageGroup: [], department: [], goal: [], status: [] };

/** Comparable form for searching: case and marks do not matter, so "paihde" finds Päihde. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();

const allOf = (text: Text | null): string[] =>
  text === null ? [] : languages.flatMap((language) => text[language] ?? []);

/** What the text search looks in: titles, goal and departments, in every language. One folded string a measure. */
export function searchTextOf(measure: BoardMeasure, goal: BoardGoal, board: Board): string {
  const departments = board.departments.filter(({ slug }) =>
    measure.assignments.some(({ department }) => department === slug),
  );
  return fold(
    [
      measure.code,
      ...allOf(measure.title),
      ...allOf(goal.name),
      ...allOf(goal.shortName),
      ...departments.flatMap(({ name, shortName }) => [...allOf(name), ...allOf(shortName)]),
    ].join('\n'),
  );
}

const choiceOf = (ageGroup: AgeGroup | null): AgeGroupChoice => ageGroup ?? 'unspecified';
const accepts = <V>(wanted: readonly V[], has: V): boolean => wanted.length === 0 || wanted.includes(has);

/** Whether one measure passes; `searchText` is called only when there is a text to search. */
export function matches(
  measure: BoardMeasure,
  goalSlug: string,
  searchText: () => string,
  filter: BoardFilter,
): boolean {
  return (
    accepts(filter.ageGroup, choiceOf(measure.ageGroup)) &&
    accepts(filter.goal, goalSlug) &&
    accepts(filter.status, measure.status) &&
    (filter.isNew === undefined || filter.isNew === measure.isNew) &&
    (filter.department.length === 0 ||
      measure.assignments.some(({ department }) => filter.department.includes(department))) &&
    (!filter.q ||
      fold(filter.q)
        .split(/\s+/)
        .every((word) => searchText().includes(word)))
  );
}

/** The board narrowed to what passes; goals left with nothing are left out, counts and change follow. */
export function narrow(board: Board, keep: (measure: BoardMeasure, goal: BoardGoal) => boolean): Board {
  return withMeasures(
    board,
    board.goals.map((goal) => ({ goal, measures: goal.measures.filter((measure) => keep(measure, goal)) })),
  );
}

/** The board with these measures under its goals: counts and change follow, a goal without any is left out. */
export function withMeasures(board: Board, kept: readonly { goal: BoardGoal; measures: BoardMeasure[] }[]): Board {
  const goals = kept
    .filter(({ measures }) => measures.length > 0)
    .map(({ goal, measures }) => ({ ...goal, measures, counts: countStatuses(measures), change: changeOf(measures) }));
  const all = goals.flatMap(({ measures }) => measures);
  return { ...board, goals, counts: countStatuses(all), change: changeOf(all) };
}

export function filterBoard(board: Board, filter: BoardFilter): Board {
  return narrow(board, (measure, goal) =>
    matches(measure, goal.slug, () => searchTextOf(measure, goal, board), filter),
  );
}

/** How many measures each option would show, were it the only choice in its own filter; the other filters hold. */
export type Facets = {
  ageGroup: Record<AgeGroupChoice, number>;
  status: Record<Status, number>;
  department: Record<string, number>;
  goal: Record<string, number>;
  isNew: { true: number; false: number };
};

export function facetsOf(board: Board, filter: BoardFilter): Facets {
  const zero = <K extends string>(keys: readonly K[]) =>
    Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
  const facets: Facets = {
    ageGroup: zero(ageGroupChoices),
    status: zero(statuses),
    department: zero(board.departments.map(({ slug }) => slug)),
    goal: zero(board.goals.map(({ slug }) => slug)),
    isNew: { true: 0, false: 0 },
  };
  const without = {
    ageGroup: { ...filter, ageGroup: [] },
    status: { ...filter, status: [] },
    department: { ...filter, department: [] },
    goal: { ...filter, goal: [] },
    isNew: { ...filter, isNew: undefined },
  };
  for (const goal of board.goals) {
    for (const measure of goal.measures) {
      let text: string | undefined;
      const searchText = () => (text ??= searchTextOf(measure, goal, board));
      const passes = (key: keyof typeof without) => matches(measure, goal.slug, searchText, without[key]);
      if (passes('ageGroup')) facets.ageGroup[choiceOf(measure.ageGroup)] += 1;
      if (passes('status')) facets.status[measure.status] += 1;
      if (passes('goal')) facets.goal[goal.slug] = (facets.goal[goal.slug] ?? 0) + 1;
      if (passes('isNew')) facets.isNew[measure.isNew ? 'true' : 'false'] += 1;
      if (passes('department')) {
        for (const { department } of measure.assignments) {
          facets.department[department] = (facets.department[department] ?? 0) + 1;
        }
      }
    }
  }
  return facets;
}
