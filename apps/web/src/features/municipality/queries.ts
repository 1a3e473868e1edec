import { queryOptions } from '@tanstack/react-query';
import type { municipalityApi } from '@vointi/shared/municipality/contract.ts';
import { read } from '../../lib/call.ts';

export const municipalitiesQuery = queryOptions({
  queryKey: ['municipalities'],
  queryFn: ({ signal }) => read<typeof municipalityApi.list>('/api/v1/municipalities', { query: {} }, signal),
});
