import { queryOptions } from '@tanstack/react-query';
import { previewDepartmentMerge } from '@vointi/shared/department/endpoints.ts';
import { call } from '../../../lib/call.ts';

export const mergePreviewQuery = (slug: string, id: string, into: string) =>
  queryOptions({
    queryKey: ['merge', slug, id, into],
    queryFn: ({ signal }) => call(previewDepartmentMerge, { params: { slug, id }, query: { into } }, signal),
    // Never from the cache: the person confirms what is shown here.
    staleTime: 0,
    gcTime: 0,
  });
