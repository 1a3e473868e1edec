import { queryOptions } from '@tanstack/react-query';
import type { Result } from '@vointi/shared/http/route.ts';
import type { planApi } from '@vointi/shared/plan/contract.ts';
import { read } from '../../lib/call.ts';

export type Term = Result<typeof planApi.term>;

export const termQuery = (slug: string, year: string) =>
  queryOptions({
    queryKey: ['term', slug, year],
    queryFn: ({ signal }): Promise<Term> =>
      read<typeof planApi.term>('/api/v1/municipalities/:slug/plans/:year/term', { params: { slug, year } }, signal),
  });
