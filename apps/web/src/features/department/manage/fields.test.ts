import type { DepartmentRow } from '@vointi/shared/department/manage-contract.ts';
import { expect, it } from 'vitest';
import { changesOf } from '../../../ui/form/changes-of.ts';
import { bodyOf, formOf } from './fields.ts';

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

it('what nobody touched comes back as it was', () => {
  expect(changesOf(bodyOf(formOf(row)), bodyOf(formOf(row)))).toEqual({});
  expect(bodyOf(formOf(row))).toMatchObject({ name: row.name, aliases: ['Nuoriso'], validFrom: '2024-01-01' });
});

it('sends what was changed and nothing else; an emptied field is cleared', () => {
  const form = {
    ...formOf(row),
    validFrom: '',
    contact: ' 020 615 11 ',
    aliases: [{ text: 'Nuoriso' }, { text: ' ' }],
  };
  expect(changesOf(bodyOf(formOf(row)), bodyOf(form))).toEqual({ validFrom: null, contact: '020 615 11' });
});
