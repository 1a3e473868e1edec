import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { listDepartments } from '@vointi/shared/department/endpoints.ts';
import type { DepartmentRow } from '@vointi/shared/department/manage-contract.ts';
import { call } from '../../lib/call.ts';

export const departmentsKey = (slug: string) => ['departments', slug];

type Filter = { q?: string; kind?: DepartmentRow['kind'] };

export const departmentsQuery = (slug: string, filter: Filter) =>
  queryOptions({
    queryKey: [...departmentsKey(slug), filter],
    queryFn: ({ signal }) => call(listDepartments, { params: { slug }, query: filter }, signal),
    placeholderData: keepPreviousData,
  });
