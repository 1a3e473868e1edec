import { queryOptions } from '@tanstack/react-query';
import type { GoalDetail, goalApi } from '@vointi/shared/goal/contract.ts';
import { read } from '../../lib/call.ts';

export const goalQuery = (slug: string, year: string, goal: string) =>
  queryOptions({
    queryKey: ['goal', slug, year, goal],
    queryFn: ({ signal }): Promise<GoalDetail> =>
      read<typeof goalApi.get>(
        '/api/v1/municipalities/:slug/plans/:year/goals/:goal',
        { params: { slug, year, goal } },
        signal,
      ),
  });
