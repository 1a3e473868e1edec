import { queryOptions } from '@tanstack/react-query';
import type { ResultOf } from '@vointi/shared/http/contracts.ts';
import { getTerm } from '@vointi/shared/plan/endpoints.ts';
import { call } from '../../lib/call.ts';

export type Term = ResultOf<typeof getTerm>;

export const termQuery = (slug: string, year: string) =>
  queryOptions({
    queryKey: ['term', slug, year],
    queryFn: ({ signal }): Promise<Term> => call(getTerm, { params: { slug, year } }, signal),
  });
