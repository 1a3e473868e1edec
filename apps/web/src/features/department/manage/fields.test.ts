import type { DepartmentRow } from '@vointi/shared/department/manage-contract.ts';
import { expect, it } from 'vitest';
import { departmentForm } from './fields.ts';

const { changes, ofRow, toBody } = departmentForm;

const row: DepartmentRow = {
  id: '0190a000-0000-7000-8000-000000000001',
  slug: 'nuorisopalvelut',
  kind: 'department',
  name: { fi: 'Nuorisopalvelut', sv: 'Ungdomstjänster' },
  shortName: null,
  aliases: ['Nuoriso'],
  contact: null,
  successor: null,
  validFrom: '2024-01-01',
  validTo: null,
  assignments: 3,
  people: 1,
  version: 2,
  can: { edit: true, merge: true },
};

it('sends an untouched row back as it was', () => {
  expect(changes(row, ofRow(row))).toEqual({});
  expect(toBody(ofRow(row))).toMatchObject({ name: row.name, aliases: ['Nuoriso'], validFrom: '2024-01-01' });
});

it('sends what was changed and nothing else, and null for an emptied field', () => {
  const typed = {
    ...ofRow(row),
    validFrom: '',
    contact: ' 020 615 11 ',
    aliases: [{ text: 'Nuoriso' }, { text: ' ' }],
  };
  expect(changes(row, typed)).toEqual({ validFrom: null, contact: '020 615 11' });
});
