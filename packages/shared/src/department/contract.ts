import * as z from 'zod';
import { route } from '../http/route.ts';
import { BoardGoal, DepartmentRef, PlanHead, planParams } from '../plan/contract.ts';
import { slug } from '../text/contract.ts';
import { getDepartment } from './endpoints.ts';

/** A department's own answers counted: these are assignments, not measures. */
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
  /** The measures it answers for, by goal, with every department's light. */
  goals: z.array(BoardGoal),
  departments: z.array(DepartmentRef),
});
export type DepartmentDetail = z.output<typeof DepartmentDetail>;

export const departmentApi = {
  get: route(getDepartment, {
    can: 'plan:read',
    tag: 'department',
    summary: 'One department',
    description:
      'What the department answers for in this plan and what it has answered. Departments are named, never staff.',
    params: planParams.extend({ department: slug }),
    response: DepartmentDetail,
  }),
};
