import { queryOptions } from '@tanstack/react-query';
import type { MeasureDetail, MeasureHistory, measureApi } from '@vointi/shared/measure/contract.ts';
import { read } from '../../lib/call.ts';

export const measureQuery = (slug: string, year: string, id: string) =>
  queryOptions({
    queryKey: ['measure', slug, year, id],
    queryFn: ({ signal }): Promise<MeasureDetail> =>
      read<typeof measureApi.get>(
        '/api/v1/municipalities/:slug/plans/:year/measures/:id',
        { params: { slug, year, id } },
        signal,
      ),
  });

/** What every measure was in the last rounds. */
export const historyQuery = (slug: string, year: string) =>
  queryOptions({
    queryKey: ['history', slug, year],
    queryFn: ({ signal }): Promise<MeasureHistory> =>
      read<typeof measureApi.history>(
        '/api/v1/municipalities/:slug/plans/:year/history',
        { params: { slug, year } },
        signal,
      ),
  });

/** Every version of every answer of a measure. */
export const revisionsQuery = (slug: string, year: string, id: string) =>
  queryOptions({
    queryKey: ['measure', slug, year, id, 'revisions'],
    queryFn: ({ signal }) =>
      read<typeof measureApi.revisions>(
        '/api/v1/municipalities/:slug/plans/:year/measures/:id/revisions',
        { params: { slug, year, id } },
        signal,
      ),
  });
