import { queryOptions } from '@tanstack/react-query';
import type { GoalDetail } from '@vointi/shared/goal/contract.ts';
import { getGoal } from '@vointi/shared/goal/endpoints.ts';
import { call } from '../../lib/call.ts';

export const goalQuery = (slug: string, year: string, goal: string) =>
  queryOptions({
    queryKey: ['goal', slug, year, goal],
    queryFn: ({ signal }): Promise<GoalDetail> => call(getGoal, { params: { slug, year, goal } }, signal),
  });
