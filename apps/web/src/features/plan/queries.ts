import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Board, planApi, PlanHead } from '@vointi/shared/plan/contract.ts';
import { read } from '../../lib/call.ts';

/** The whole board of a plan, or as a closed round left it; filters narrow it here and not on the server. */
export const boardQuery = (slug: string, year: string, round?: string) =>
  queryOptions({
    queryKey: ['board', slug, year, ...(round === undefined ? [] : [round])],
    queryFn: ({ signal }): Promise<Board> =>
      read<typeof planApi.board>(
        '/api/v1/municipalities/:slug/plans/:year/board',
        { params: { slug, year }, query: round === undefined ? {} : { round } },
        signal,
      ),
  });

/** Whose plan it is and how fresh, for what stands around a page; undefined until it is known. */
export const usePlanHead = (slug: string, year: string): PlanHead | undefined => useQuery(boardQuery(slug, year)).data;
