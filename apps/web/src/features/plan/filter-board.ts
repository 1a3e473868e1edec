import type { Board } from '@vointi/shared/plan/contract.ts';
import type { BoardFilter } from '@vointi/shared/plan/filter-fields.ts';
import {
  facetsOf,
  matcherOf,
  measuresInPlan,
  noFilter,
  withMeasures,
  type Facets,
} from '@vointi/shared/plan/filter.ts';

export type FilteredBoard = { board: Board; facets: Facets };

/** Filters one board many times: the text to search in is made once for each measure. */
export function filtererOf(board: Board): (filter: BoardFilter) => FilteredBoard {
  const all = measuresInPlan(board);
  return ({ q, ...filter }) => {
    const matching = q ? all.filter(matcherOf({ q })) : all;
    const passing = matching.filter(matcherOf(filter));
    return {
      board: withMeasures(board, new Set(passing.map(({ measure }) => measure))),
      facets: facetsOf(board, { ...noFilter, ...filter }, matching),
    };
  };
}
