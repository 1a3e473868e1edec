import type { Cell, StoredCell } from '@vointi/shared/indicator/manage-contract.ts';
import type { BodyOf, ResultOf } from '@vointi/shared/http/contracts.ts';
import { updateIndicatorValues } from '@vointi/shared/indicator/endpoints.ts';
import { call } from '../../../lib/call.ts';

export const saveCells = (slug: string, cells: Cell[]): Promise<ResultOf<typeof updateIndicatorValues>> =>
  call(updateIndicatorValues, {
    params: { slug },
    body: { cells } as BodyOf<typeof updateIndicatorValues>,
  });

export const isSameCell = (one: Omit<StoredCell, 'value'>, other: Omit<StoredCell, 'value'>) =>
  one.indicator === other.indicator &&
  one.period === other.period &&
  one.ageGroup === other.ageGroup &&
  one.sex === other.sex &&
  one.area === other.area;
