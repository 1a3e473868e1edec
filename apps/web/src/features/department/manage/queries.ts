import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { departmentManageApi, DepartmentRow } from '@vointi/shared/department/manage-contract.ts';
import { read } from '../../../lib/call.ts';

export const departmentsKey = (slug: string) => ['departments', slug];

type Filter = { q?: string; kind?: DepartmentRow['kind'] };

export const departmentsQuery = (slug: string, filter: Filter) =>
  queryOptions({
    queryKey: [...departmentsKey(slug), filter],
    queryFn: ({ signal }) =>
      read<typeof departmentManageApi.list>(
        '/api/v1/municipalities/:slug/departments',
        { params: { slug }, query: filter },
        signal,
      ),
    placeholderData: keepPreviousData,
  });

export const mergePreviewQuery = (slug: string, id: string, into: string) =>
  queryOptions({
    queryKey: ['merge', slug, id, into],
    queryFn: ({ signal }) =>
      read<typeof departmentManageApi.previewMerge>(
        '/api/v1/municipalities/:slug/departments/:id/merge',
        { params: { slug, id }, query: { into } },
        signal,
      ),
    // What is confirmed is what was looked at just now.
    staleTime: 0,
    gcTime: 0,
  });
