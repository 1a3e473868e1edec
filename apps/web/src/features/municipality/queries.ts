import { queryOptions } from '@tanstack/react-query';
import type { municipalityApi } from '@vointi/shared/municipality/contract.ts';
import type { settingsApi } from '@vointi/shared/municipality/settings-contract.ts';
import { read } from '../../lib/call.ts';

export const municipalitiesQuery = queryOptions({
  queryKey: ['municipalities'],
  queryFn: ({ signal }) => read<typeof municipalityApi.list>('/api/v1/municipalities', { query: {} }, signal),
});

const aWhile = 5 * 60_000;

/** Logo, statement and contact of one municipality, as anybody sees them. */
export const publicSettingsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['municipalities', slug],
    queryFn: ({ signal }) =>
      read<typeof settingsApi.getPublic>('/api/v1/municipalities/:slug', { params: { slug } }, signal),
    staleTime: aWhile,
  });
