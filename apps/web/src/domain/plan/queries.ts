import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Board, PlanHead } from '@vointi/shared/plan/contract.ts';
import { getBoard } from '@vointi/shared/plan/endpoints.ts';
import { call } from '../../lib/call.ts';

/** The whole board of a plan, or as a closed round left it; filters narrow it here and not on the server. */
export const boardQuery = (slug: string, year: string, round?: string) =>
  queryOptions({
    queryKey: ['board', slug, year, ...(round === undefined ? [] : [round])],
    queryFn: ({ signal }): Promise<Board> =>
      call(getBoard, { params: { slug, year }, query: round === undefined ? {} : { round } }, signal),
  });

/** Whose plan it is and how fresh, for what stands around a page; undefined until it is known. */
export const usePlanHead = (slug: string, year: string): PlanHead | undefined => useQuery(boardQuery(slug, year)).data;
