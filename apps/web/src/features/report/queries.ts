import { queryOptions } from '@tanstack/react-query';
import type { reportApi } from '@vointi/shared/report/contract.ts';
import { read } from '../../lib/call.ts';

export const reportingQuery = queryOptions({
  queryKey: ['reporting'],
  queryFn: ({ signal }) => read<typeof reportApi.list>('/api/v1/reporting', { query: {} }, signal),
});
