import { emptyFilter, isEmptyFilter } from '../filter/field.ts';
import { facetsOf as countFacets, predicateOf, type Facets as FacetsOf } from '../filter/match.ts';
import { agesOfMeasures } from '../measure/ages.ts';
import { changeOf, countStatuses } from '../measure/status.ts';
import { normalizeForSearch } from '../text/search.ts';
import { textsOf } from '../text/text.ts';
import type { Board, BoardGoal, BoardMeasure, PlanHead } from './contract.ts';
import { boardFields, type BoardFields, type BoardFilter, type MeasureInPlan } from './filter-fields.ts';

export const noFilter: BoardFilter = emptyFilter(boardFields);

export const isUnfiltered = (filter: BoardFilter): boolean => isEmptyFilter(boardFields, filter);

/** The text to search in: code, title, goal and departments, in every language. */
function searchTextOf(measure: BoardMeasure, goal: BoardGoal, board: Board): string {
  const departments = board.departments.filter(({ slug }) =>
    measure.assignments.some(({ department }) => department === slug),
  );
  return normalizeForSearch(
    [
      measure.code,
      ...textsOf(measure.title),
      ...textsOf(goal.name),
      ...textsOf(goal.shortName),
      ...departments.flatMap(({ name, shortName }) => [...textsOf(name), ...textsOf(shortName)]),
    ].join('\n'),
  );
}

/** All measures for the filters. The text to search in is made on its first use. */
export const measuresInPlan = (board: Board): MeasureInPlan[] =>
  board.goals.flatMap((goal) =>
    goal.measures.map((measure) => {
      let text: string | undefined;
      return { measure, goal, searchText: () => (text ??= searchTextOf(measure, goal, board)) };
    }),
  );

export const matcherOf = (filter: Partial<BoardFilter>): ((item: MeasureInPlan) => boolean) =>
  predicateOf(boardFields, filter);

/** What is computed of the measures of a board or of a goal. */
export const countMeasures = (measures: readonly BoardMeasure[], round: PlanHead['round']) => ({
  counts: countStatuses(measures),
  ages: agesOfMeasures(measures, round),
  change: changeOf(measures),
});

/** The board with these measures only, with their counts, ages and change, and without goals that have none of them. */
export function withMeasures(board: Board, measures: ReadonlySet<BoardMeasure>): Board {
  const goals = board.goals.flatMap((goal) => {
    const own = goal.measures.filter((measure) => measures.has(measure));
    return own.length === 0 ? [] : [{ ...goal, measures: own, ...countMeasures(own, board.round) }];
  });
  const all = goals.flatMap((goal) => goal.measures);
  return { ...board, goals, ...countMeasures(all, board.round) };
}

/** The board with the measures that pass the filter. */
export const filterBoard = (board: Board, filter: BoardFilter): Board =>
  withMeasures(
    board,
    new Set(
      measuresInPlan(board)
        .filter(matcherOf(filter))
        .map(({ measure }) => measure),
    ),
  );

export type Facets = FacetsOf<BoardFields>;

export const facetsOf = (board: Board, filter: BoardFilter, measures = measuresInPlan(board)): Facets =>
  countFacets(boardFields, measures, board, filter);
