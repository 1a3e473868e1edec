import type { Board, BoardGoal, BoardMeasure } from '@vointi/shared/plan/contract.ts';
import {
  facetsOf,
  matches,
  narrow,
  noFilter,
  searchTextOf,
  type BoardFilter,
  type Facets,
} from '@vointi/shared/plan/filter.ts';

export type Narrowed = { board: Board; facets: Facets };

/** Filters one board again and again: what is searched is folded once a measure and then remembered. */
export function narrowerOf(board: Board): (filter: BoardFilter) => Narrowed {
  const texts = new Map<BoardMeasure, string>();
  const textOf = (measure: BoardMeasure, goal: BoardGoal) => {
    const known = texts.get(measure);
    if (known !== undefined) return known;
    const text = searchTextOf(measure, goal, board);
    texts.set(measure, text);
    return text;
  };
  return ({ q, ...filter }) => {
    const found = q
      ? narrow(board, (measure, goal) => matches(measure, goal.slug, () => textOf(measure, goal), { ...noFilter, q }))
      : board;
    return {
      board: narrow(found, (measure, goal) => matches(measure, goal.slug, () => '', filter)),
      facets: facetsOf(found, filter),
    };
  };
}
