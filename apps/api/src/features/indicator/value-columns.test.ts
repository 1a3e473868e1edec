import { expect, it } from 'vitest';
import { Prisma } from '@vointi/db/client.ts';
import { ValueRow } from './value-columns.ts';

/** Columns that identify a value. */
const keyColumns = ['id', 'indicatorId', 'kind', 'municipalityId', 'order'];

it('lists every other column of IndicatorValue', () => {
  const columns = Object.keys(Prisma.IndicatorValueScalarFieldEnum);
  expect([...Object.keys(ValueRow.shape), ...keyColumns].toSorted()).toEqual(columns.toSorted());
});
