import { agesOfMeasures } from '@vointi/shared/measure/ages.ts';
import { comparedStatusOf, statusOf } from '@vointi/shared/measure/status.ts';
import type { Board, BoardMeasure } from '@vointi/shared/plan/contract.ts';
import { countMeasures } from '@vointi/shared/plan/filter.ts';
import type { BoardRows } from './board-query.ts';

type Rows = Omit<BoardRows, 'planId' | 'isPublic'>;

/** Rows to board: the status and ages of each measure from its lights; counts, ages and change of each goal and in total. */
export function toBoard({ head, asOf, departments, goals, measures }: Rows): Board {
  const byGoal = new Map<string, BoardMeasure[]>(goals.map(({ slug }) => [slug, []]));
  const all: BoardMeasure[] = [];
  for (const { goal, ...measure } of measures) {
    const { assignments, ...own } = measure;
    const whole: BoardMeasure = {
      ...own,
      status: statusOf(assignments.map(({ progress }) => progress)),
      previousStatus: comparedStatusOf(measure)?.before ?? null,
      ages: agesOfMeasures([measure], head.round),
      assignments,
    };
    byGoal.get(goal)?.push(whole);
    all.push(whole);
  }
  return {
    ...head,
    asOf,
    ...countMeasures(all, head.round),
    departments,
    goals: goals.map((goal) => {
      const own = byGoal.get(goal.slug) ?? [];
      return { ...goal, ...countMeasures(own, head.round), measures: own };
    }),
  };
}
