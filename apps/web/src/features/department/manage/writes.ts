import type { DepartmentFields, DepartmentRow } from '@vointi/shared/department/manage-contract.ts';
import { createDepartment, mergeDepartment, updateDepartment } from '@vointi/shared/department/endpoints.ts';
import { call } from '../../../lib/call.ts';

export const create = (slug: string, body: DepartmentFields): Promise<DepartmentRow> =>
  call(createDepartment, { params: { slug }, body });

export const update = (
  slug: string,
  id: string,
  body: Partial<DepartmentFields> & { version: number },
): Promise<DepartmentRow> => call(updateDepartment, { params: { slug, id }, body });

export const merge = (slug: string, { id, version }: DepartmentRow, into: string): Promise<DepartmentRow> =>
  call(mergeDepartment, {
    params: { slug, id },
    body: { into, version },
  });
