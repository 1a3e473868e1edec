import { queryOptions } from '@tanstack/react-query';
import { getMunicipality, listMunicipalities } from '@vointi/shared/municipality/endpoints.ts';
import { call } from '../../lib/call.ts';

export const municipalitiesQuery = queryOptions({
  queryKey: ['municipalities'],
  queryFn: ({ signal }) => call(listMunicipalities, { query: {} }, signal),
});

const aWhile = 5 * 60_000;

/** Public logo, statement and contact of one municipality. */
export const publicSettingsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['municipalities', slug],
    queryFn: ({ signal }) => call(getMunicipality, { params: { slug } }, signal),
    staleTime: aWhile,
  });
