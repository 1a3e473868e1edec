import { chosenOf, keysOf } from '@vointi/shared/filter/field.ts';
import { valuesOf } from '@vointi/shared/filter/match.ts';
import type { Board } from '@vointi/shared/plan/contract.ts';
import {
  boardFields,
  type BoardFilter,
  type BoardOptions,
  type MeasureInPlan,
} from '@vointi/shared/plan/filter-fields.ts';
import { matcherOf, measuresInPlan, withMeasures } from '@vointi/shared/plan/filter.ts';
import type { FilterField } from '@vointi/shared/filter/field.ts';

type Field = FilterField<MeasureInPlan, BoardOptions>;

/** Fields whose values are indexed. A field that depends on the day is not: its lists would be wrong tomorrow. */
const indexedFields = keysOf(boardFields).flatMap((key) => {
  const field: Field = boardFields[key];
  return field.kind === 'many' && !field.isDaily ? [[key, field] as const] : [];
});

/** A board with its measures listed by the values of its filters, so that a filter of a large plan costs little. */
export class BoardIndex {
  readonly board: Board;
  private readonly lists = new Map<string, MeasureInPlan[]>();
  private readonly all: readonly MeasureInPlan[];

  constructor(board: Board) {
    this.board = board;
    this.all = measuresInPlan(board);
    for (const measure of this.all) {
      for (const [key, field] of indexedFields) {
        for (const value of valuesOf(field, measure)) this.add(`${key} ${value}`, measure);
      }
    }
  }

  private add(key: string, measure: MeasureInPlan) {
    const list = this.lists.get(key);
    if (list) list.push(measure);
    else this.lists.set(key, [measure]);
  }

  /** The shortest list that contains all measures that can pass. */
  private candidates(filter: BoardFilter): readonly MeasureInPlan[] {
    let shortest = this.all;
    for (const [key] of indexedFields) {
      const values = chosenOf(filter, key);
      if (values.length === 0) continue;
      const lists = values.map((value) => this.lists.get(`${key} ${value}`) ?? []);
      const size = lists.reduce((sum, { length }) => sum + length, 0);
      if (size < shortest.length) shortest = lists.flat();
    }
    return shortest;
  }

  /**
   * The same answer as `filterBoard` of the shared rules, with only the departments that stand in it: a large plan has
   * hundreds, and they would be most of a small answer.
   */
  filter(filter: BoardFilter): Board {
    const passing = this.candidates(filter).filter(matcherOf(filter));
    const board = withMeasures(this.board, new Set(passing.map(({ measure }) => measure)));
    const named = new Set(passing.flatMap(({ measure }) => measure.assignments.map(({ department }) => department)));
    return { ...board, departments: this.board.departments.filter(({ slug }) => named.has(slug)) };
  }
}
