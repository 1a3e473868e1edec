import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Board, PlanHead } from '@vointi/shared/plan/contract.ts';
import { getBoard } from '@vointi/shared/plan/endpoints.ts';
import { call } from '../../lib/call.ts';

/** The whole board of a plan, now or as a closed round left it; filters run in the browser. */
export const boardQuery = (slug: string, year: string, round?: string) =>
  queryOptions({
    queryKey: ['board', slug, year, ...(round === undefined ? [] : [round])],
    queryFn: ({ signal }): Promise<Board> =>
      call(getBoard, { params: { slug, year }, query: round === undefined ? {} : { round } }, signal),
  });

/** The plan's head, for header and footer; undefined until it has loaded. */
export const usePlanHead = (slug: string, year: string): PlanHead | undefined => useQuery(boardQuery(slug, year)).data;
