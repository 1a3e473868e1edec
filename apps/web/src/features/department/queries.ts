import { queryOptions } from '@tanstack/react-query';
import type { DepartmentDetail, departmentApi } from '@vointi/shared/department/contract.ts';
import { read } from '../../lib/call.ts';

export const departmentQuery = (slug: string, year: string, department: string) =>
  queryOptions({
    queryKey: ['department', slug, year, department],
    queryFn: ({ signal }): Promise<DepartmentDetail> =>
      read<typeof departmentApi.get>(
        '/api/v1/municipalities/:slug/plans/:year/departments/:department',
        { params: { slug, year, department } },
        signal,
      ),
  });
