import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { DepartmentRow } from '@vointi/shared/department/manage-contract.ts';
import { listDepartments, previewDepartmentMerge } from '@vointi/shared/department/endpoints.ts';
import { call } from '../../../lib/call.ts';

export const departmentsKey = (slug: string) => ['departments', slug];

type Filter = { q?: string; kind?: DepartmentRow['kind'] };

export const departmentsQuery = (slug: string, filter: Filter) =>
  queryOptions({
    queryKey: [...departmentsKey(slug), filter],
    queryFn: ({ signal }) => call(listDepartments, { params: { slug }, query: filter }, signal),
    placeholderData: keepPreviousData,
  });

export const mergePreviewQuery = (slug: string, id: string, into: string) =>
  queryOptions({
    queryKey: ['merge', slug, id, into],
    queryFn: ({ signal }) => call(previewDepartmentMerge, { params: { slug, id }, query: { into } }, signal),
    // What is confirmed is what was looked at just now.
    staleTime: 0,
    gcTime: 0,
  });
