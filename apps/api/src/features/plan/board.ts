import { changeOf, countStatuses, statusOf } from '@vointi/shared/measure/status.ts';
import type { Board, BoardMeasure } from '@vointi/shared/plan/contract.ts';
import type { BoardRows } from './board-query.ts';

type Rows = Omit<BoardRows, 'planId' | 'isPublic'>;

/** Rows to board: the status of each measure from its lights, counts and change for each goal and in total. */
export function toBoard({ head, asOf, hasEarlierRound, departments, goals, measures }: Rows): Board {
  const byGoal = new Map<string, BoardMeasure[]>(goals.map(({ slug }) => [slug, []]));
  const all: BoardMeasure[] = [];
  for (const { goal, ...measure } of measures) {
    const whole: BoardMeasure = {
      ...measure,
      status: statusOf(measure.assignments.map(({ progress }) => progress)),
      previousStatus: hasEarlierRound ? statusOf(measure.assignments.map(({ previous }) => previous)) : null,
    };
    byGoal.get(goal)?.push(whole);
    all.push(whole);
  }
  return {
    ...head,
    asOf,
    counts: countStatuses(all),
    change: changeOf(all),
    departments,
    goals: goals.map((goal) => {
      const own = byGoal.get(goal.slug) ?? [];
      return { ...goal, counts: countStatuses(own), change: changeOf(own), measures: own };
    }),
  };
}
