import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Catalogue, IndicatorDetail } from '@vointi/shared/indicator/read-contract.ts';
import type { InputOf } from '@vointi/shared/http/contracts.ts';
import { getIndicator, listIndicators } from '@vointi/shared/indicator/endpoints.ts';
import { call } from '../../lib/call.ts';

export type CatalogueQuery = InputOf<typeof listIndicators>['query'];

/** Key of every query with figures, which a write invalidates. */
export const indicatorsKey = (slug: string) => ['indicators', slug];

/** A page of the catalogue; the former page stays while the next loads. */
export const catalogueQuery = (slug: string, year: string, query: CatalogueQuery) =>
  queryOptions({
    queryKey: [...indicatorsKey(slug), year, query],
    queryFn: ({ signal }): Promise<Catalogue> => call(listIndicators, { params: { slug, year }, query }, signal),
    placeholderData: keepPreviousData,
  });

export const indicatorQuery = (slug: string, year: string, id: string) =>
  queryOptions({
    queryKey: [...indicatorsKey(slug), year, id],
    queryFn: ({ signal }): Promise<IndicatorDetail> => call(getIndicator, { params: { slug, year, id } }, signal),
  });
