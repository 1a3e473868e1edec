import { queryOptions } from '@tanstack/react-query';
import type { findingApi } from '@vointi/shared/finding/contract.ts';
import type { Result } from '@vointi/shared/http/route.ts';
import { read } from '../../lib/call.ts';

export type Findings = Result<typeof findingApi.list>;

export const findingsQuery = (slug: string, year: string) =>
  queryOptions({
    queryKey: ['findings', slug, year],
    queryFn: ({ signal }): Promise<Findings> =>
      read<typeof findingApi.list>(
        '/api/v1/municipalities/:slug/plans/:year/findings',
        { params: { slug, year } },
        signal,
      ),
  });
