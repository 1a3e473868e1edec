import * as z from 'zod';
import { route } from '../http/route.ts';
import { Indicator } from '../indicator/contract.ts';
import { BoardGoal, DepartmentRef, PlanHead, planParams, TermMeasure } from '../plan/contract.ts';
import { slug } from '../text/contract.ts';
import { getGoal } from './endpoints.ts';

export const GoalDetail = BoardGoal.extend({
  plan: PlanHead,
  departments: z.array(DepartmentRef),
  termMeasures: z.array(TermMeasure),
  indicators: z.array(Indicator),
});
export type GoalDetail = z.output<typeof GoalDetail>;

export const goalApi = {
  get: route(getGoal, {
    can: 'plan:read',
    tag: 'goal',
    summary: 'Get a goal',
    description:
      'Returns the goal with its measures of the year, its rows in the council term’s plan, and its indicators.',
    params: planParams.extend({ goal: slug }),
    response: GoalDetail,
  }),
};
