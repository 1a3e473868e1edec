import { queryOptions } from '@tanstack/react-query';
import type { MeasureDetail } from '@vointi/shared/measure/contract.ts';
import { getMeasure, listRevisions } from '@vointi/shared/measure/endpoints.ts';
import { call } from '../../lib/call.ts';

export const measureQuery = (slug: string, year: string, id: string) =>
  queryOptions({
    queryKey: ['measure', slug, year, id],
    queryFn: ({ signal }): Promise<MeasureDetail> => call(getMeasure, { params: { slug, year, id } }, signal),
  });

/** All versions of all answers of a measure. */
export const revisionsQuery = (slug: string, year: string, id: string) =>
  queryOptions({
    queryKey: ['measure', slug, year, id, 'revisions'],
    queryFn: ({ signal }) => call(listRevisions, { params: { slug, year, id } }, signal),
  });
