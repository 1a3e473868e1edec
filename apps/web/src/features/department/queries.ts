import { queryOptions } from '@tanstack/react-query';
import type { DepartmentDetail } from '@vointi/shared/department/contract.ts';
import { getDepartment } from '@vointi/shared/department/endpoints.ts';
import { call } from '../../lib/call.ts';

export const departmentQuery = (slug: string, year: string, department: string) =>
  queryOptions({
    queryKey: ['department', slug, year, department],
    queryFn: ({ signal }): Promise<DepartmentDetail> =>
      call(getDepartment, { params: { slug, year, department } }, signal),
  });
