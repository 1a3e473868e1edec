import { queryOptions } from '@tanstack/react-query';
import type { ResultOf } from '@vointi/shared/http/contracts.ts';
import { listFindings } from '@vointi/shared/finding/endpoints.ts';
import { call } from '../../lib/call.ts';

export type Findings = ResultOf<typeof listFindings>;

export const findingsQuery = (slug: string, year: string) =>
  queryOptions({
    queryKey: ['findings', slug, year],
    queryFn: ({ signal }): Promise<Findings> => call(listFindings, { params: { slug, year } }, signal),
  });
