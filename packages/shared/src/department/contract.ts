import * as z from 'zod';
import { route } from '../http/route.ts';
import { Ages, BoardGoal, DepartmentRef, PlanHead, planParams } from '../plan/contract.ts';
import { slug } from '../text/contract.ts';
import { getDepartment } from './endpoints.ts';

/** Counts of a department's own answers: assignments, not measures. */
export const DepartmentCounts = z.object({
  total: z.int(),
  done: z.int(),
  in_progress: z.int(),
  not_started: z.int(),
  not_reported: z.int(),
});

export const DepartmentDetail = z.object({
  plan: PlanHead,
  department: DepartmentRef.extend({
    aliases: z.array(z.string()),
    successor: DepartmentRef.nullable(),
  }),
  /** This department's own lights. */
  answers: DepartmentCounts,
  ages: Ages.nullable().meta({ description: 'Of the department’s own lights. Null when the plan has had no round.' }),
  /** The department's measures by goal, with the lights of all their departments. */
  goals: z.array(BoardGoal),
  departments: z.array(DepartmentRef),
});
export type DepartmentDetail = z.output<typeof DepartmentDetail>;

export const departmentApi = {
  get: route(getDepartment, {
    can: 'plan:read',
    tag: 'department',
    summary: 'Get a department',
    description:
      'Returns the department’s measures in this plan and its answers. The response names departments, never people.',
    params: planParams.extend({ department: slug }),
    response: DepartmentDetail,
  }),
};
