import type { Call, Result } from '@vointi/shared/http/route.ts';
import type { Cell, indicatorManageApi, StoredCell } from '@vointi/shared/indicator/manage-contract.ts';
import { send } from '../../../lib/call.ts';

/** The most cells of one write; the contract has the same. */
export const cellsAtMost = 1000;

export const saveCells = (slug: string, cells: Cell[]): Promise<Result<typeof indicatorManageApi.updateValues>> =>
  send<typeof indicatorManageApi.updateValues>('/api/v1/municipalities/:slug/indicator-values', 'PUT', {
    params: { slug },
    body: { cells } as Call<typeof indicatorManageApi.updateValues>['body'],
  });

/** Where the server says a cell is, and where the grid has it. */
export const samePlace = (one: Omit<StoredCell, 'value'>, other: Omit<StoredCell, 'value'>) =>
  one.indicator === other.indicator &&
  one.period === other.period &&
  one.ageGroup === other.ageGroup &&
  one.sex === other.sex &&
  one.area === other.area;
