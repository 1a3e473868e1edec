import type { departmentManageApi, DepartmentRow } from '@vointi/shared/department/manage-contract.ts';
import { namesOf } from '@vointi/shared/department/rules.ts';
import type { Input, Result } from '@vointi/shared/http/route.ts';
import { normalizeForSearch } from '@vointi/shared/text/search.ts';
import { textsOf } from '@vointi/shared/text/text.ts';
import type { Context } from '../../platform/context.ts';
import type { MunicipalityRequest } from '../../platform/municipality-request.ts';
import { readRows } from './manage-rows.ts';

type Query = Input<typeof departmentManageApi.list>['query'];

export async function listDepartments(
  { db }: Context,
  request: MunicipalityRequest,
  { q, kind }: Query,
): Promise<Result<typeof departmentManageApi.list>> {
  const rows = await readRows(db, request, kind ? { kind } : {});
  const searchText = q === undefined ? '' : normalizeForSearch(q);
  // Filters in memory: there are tens of departments, and names are normalised as in the browser.
  return { departments: rows.filter((row) => searchTextOf(row).includes(searchText)) };
}

const searchTextOf = (row: DepartmentRow): string =>
  normalizeForSearch([...namesOf(row), ...textsOf(row.shortName)].join('\n'));
