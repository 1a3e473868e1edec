import type { Board, BoardGoal, BoardMeasure } from '@vointi/shared/plan/contract.ts';
import { matches, searchTextOf, withMeasures, type BoardFilter } from '@vointi/shared/plan/filter.ts';

type Place = { measure: BoardMeasure; goal: BoardGoal; position: number };

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
        const place = { measure, goal, position: this.all.length };
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

  /**
   * The board narrowed to the filter: the same answer as `filterBoard` of the shared rules, with only the departments
   * that stand in it. A large plan has hundreds, and they would be most of a narrow answer.
   */
  narrow(filter: BoardFilter): Board {
    const kept = new Map<BoardGoal, Set<Place>>();
    for (const place of this.candidates(filter)) {
      const { measure, goal } = place;
      if (!matches(measure, goal.slug, () => this.textOf(measure, goal), filter)) continue;
      const own = kept.get(goal);
      if (own) own.add(place);
      else kept.set(goal, new Set([place]));
    }
    // Several lists joined are out of order and may hold a measure twice; the plan's order is part of the answer.
    const inOrder = (places: Iterable<Place>) => [...places].toSorted((a, b) => a.position - b.position);
    const board = withMeasures(
      this.board,
      this.board.goals.map((goal) => ({ goal, measures: inOrder(kept.get(goal) ?? []).map(({ measure }) => measure) })),
    );
    const named = new Set(
      board.goals.flatMap(({ measures }) =>
        measures.flatMap(({ assignments }) => assignments.map((a) => a.department)),
      ),
    );
    return { ...board, departments: this.board.departments.filter(({ slug }) => named.has(slug)) };
  }

  private textOf(measure: BoardMeasure, goal: BoardGoal): string {
    let text = this.texts.get(measure);
    if (text === undefined) {
      text = searchTextOf(measure, goal, this.board);
      this.texts.set(measure, text);
    }
    return text;
  }
}
