import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Call } from '@vointi/shared/http/route.ts';
import type { Catalogue, IndicatorDetail, indicatorApi } from '@vointi/shared/indicator/read-contract.ts';
import { read } from '../../lib/call.ts';

const base = '/api/v1/municipalities/:slug/plans/:year/indicators' as const;

export type CatalogueAsked = Call<typeof indicatorApi.list>['query'];

/** Of everything that shows figures: after a write all of it is asked again. */
export const indicatorsKey = (slug: string) => ['indicators', slug];

/** A page of the catalogue; the one before stays while the next is on its way. */
export const catalogueQuery = (slug: string, year: string, query: CatalogueAsked) =>
  queryOptions({
    queryKey: [...indicatorsKey(slug), year, query],
    queryFn: ({ signal }): Promise<Catalogue> =>
      read<typeof indicatorApi.list>(base, { params: { slug, year }, query }, signal),
    placeholderData: keepPreviousData,
  });

export const indicatorQuery = (slug: string, year: string, id: string) =>
  queryOptions({
    queryKey: [...indicatorsKey(slug), year, id],
    queryFn: ({ signal }): Promise<IndicatorDetail> =>
      read<typeof indicatorApi.get>(`${base}/:id`, { params: { slug, year, id } }, signal),
  });
