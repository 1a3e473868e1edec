import type { Board } from '@vointi/shared/plan/contract.ts';
import { orderOf } from '../../../domain/measure/status.ts';
import { bodyHeight } from '../layout/geometry.ts';
import { lightPages } from '../layout/lights.ts';
import type { LayoutOptions, GoalLights, StepOf, ScreenTexts } from './types.ts';

/** The large counts under the headline. */
const tally = { height: 15.6 } as const;

/** One light for every measure of the plan, in the order of statuses; within one, answers of this round come first. */
export function planSteps({ goals }: Board, { localize }: ScreenTexts, { reserved }: LayoutOptions): StepOf<'plan'>[] {
  const goalsWithMeasures = goals.filter(({ measures }) => measures.length > 0);
  const sorted = goalsWithMeasures.map(({ measures }) =>
    measures.toSorted((one, other) => orderOf(one) - orderOf(other)),
  );
  const pages = lightPages(
    goalsWithMeasures.map(({ shortName, measures }) => ({ name: localize(shortName), count: measures.length })),
    bodyHeight(1, reserved) - tally.height,
  );
  return pages.map(({ light, rows }, page) => ({
    key: `plan/${page}`,
    scene: 'plan',
    goal: null,
    light,
    page,
    pages: pages.length,
    rows: rows.flatMap(({ goal, from, to }): GoalLights[] => {
      const own = goalsWithMeasures[goal];
      return own ? [{ goal: own, measures: sorted[goal]?.slice(from, to) ?? [] }] : [];
    }),
  }));
}
