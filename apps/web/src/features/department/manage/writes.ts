import type {
  departmentManageApi,
  DepartmentFields,
  DepartmentRow,
} from '@vointi/shared/department/manage-contract.ts';
import { send } from '../../../lib/call.ts';

const base = '/api/v1/municipalities/:slug/departments' as const;

export const create = (slug: string, body: DepartmentFields): Promise<DepartmentRow> =>
  send<typeof departmentManageApi.create>(base, 'POST', { params: { slug }, body });

export const update = (
  slug: string,
  id: string,
  body: Partial<DepartmentFields> & { version: number },
): Promise<DepartmentRow> =>
  send<typeof departmentManageApi.update>(`${base}/:id`, 'PATCH', { params: { slug, id }, body });

export const merge = (slug: string, { id, version }: DepartmentRow, into: string): Promise<DepartmentRow> =>
  send<typeof departmentManageApi.merge>(`${base}/:id/merge`, 'POST', {
    params: { slug, id },
    body: { into, version },
  });
