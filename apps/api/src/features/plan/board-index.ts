import type { Board, BoardGoal, BoardMeasure } from '@vointi/shared/plan/contract.ts';
import { matches, narrow, searchTextOf, type BoardFilter } from '@vointi/shared/plan/filter.ts';

type Place = { measure: BoardMeasure; goal: BoardGoal };

/**
 * A board with its measures listed by goal, department, status and age group, so that a narrow question about a large
 * plan costs what its answer costs.
 */
export class BoardIndex {
  readonly board: Board;
  private readonly lists = new Map<string, Place[]>();
  private readonly texts = new Map<BoardMeasure, string>();
  private readonly all: Place[] = [];

  constructor(board: Board) {
    this.board = board;
    for (const goal of board.goals) {
      for (const measure of goal.measures) {
        const place = { measure, goal };
        this.all.push(place);
        this.add(`goal ${goal.slug}`, place);
        this.add(`status ${measure.status}`, place);
        this.add(`ageGroup ${measure.ageGroup ?? 'unspecified'}`, place);
        for (const { department } of measure.assignments) this.add(`department ${department}`, place);
      }
    }
  }

  private add(key: string, place: Place) {
    const list = this.lists.get(key);
    if (list) list.push(place);
    else this.lists.set(key, [place]);
  }

  /** The shortest list that holds everything that can pass. */
  private candidates(filter: BoardFilter): Place[] {
    let shortest = this.all;
    for (const key of ['goal', 'status', 'ageGroup', 'department'] as const) {
      if (filter[key].length === 0) continue;
      const lists = filter[key].map((value) => this.lists.get(`${key} ${value}`) ?? []);
      const size = lists.reduce((sum, { length }) => sum + length, 0);
      if (size < shortest.length) shortest = lists.flat();
    }
    return shortest;
  }

  /** The board narrowed to the filter: the same answer as `filterBoard` of the shared rules. */
  narrow(filter: BoardFilter): Board {
    const kept = new Map<BoardGoal, Set<BoardMeasure>>();
    for (const { measure, goal } of this.candidates(filter)) {
      if (!matches(measure, goal.slug, () => this.textOf(measure, goal), filter)) continue;
      const own = kept.get(goal);
      if (own) own.add(measure);
      else kept.set(goal, new Set([measure]));
    }
    const board = { ...this.board, goals: [...kept].map(([goal, own]) => ({ ...goal, measures: [...own] })) };
    return narrow(this.inOrder(board), () => true);
  }

  private textOf(measure: BoardMeasure, goal: BoardGoal): string {
    let text = this.texts.get(measure);
    if (text === undefined) {
      text = searchTextOf(measure, goal, this.board);
      this.texts.set(measure, text);
    }
    return text;
  }

  /** Several lists joined are out of order; the plan's order is part of the answer. */
  private inOrder(board: Board): Board {
    const goalOrder = new Map(this.board.goals.map(({ slug }, index) => [slug, index]));
    const order = this.orderOfMeasures();
    return {
      ...board,
      goals: board.goals
        .map((goal) => ({ ...goal, measures: goal.measures.toSorted((a, b) => order(a) - order(b)) }))
        .toSorted((a, b) => (goalOrder.get(a.slug) ?? 0) - (goalOrder.get(b.slug) ?? 0)),
    };
  }

  private positions: Map<BoardMeasure, number> | undefined;
  private orderOfMeasures() {
    const positions = (this.positions ??= new Map(this.all.map(({ measure }, index) => [measure, index])));
    return (measure: BoardMeasure) => positions.get(measure) ?? 0;
  }
}
