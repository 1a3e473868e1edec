import { expect, it } from 'vitest';
import { fieldOf, flatten } from './errors.ts';

it('lists errors of nested fields by the names of the fields', () => {
  const errors = {
    name: { fi: { type: 'required', message: 'Täytä' } },
    roles: [undefined, { department: { type: 'server', message: 'Valitse' } }],
    root: { type: 'server', message: 'muuta' },
  };
  expect(flatten(errors)).toEqual([
    { name: 'name.fi', message: 'Täytä' },
    { name: 'roles.1.department', message: 'Valitse' },
  ]);
});

it('finds the field of a server error, or its group', () => {
  const names = ['email', 'roles', 'roles.0.department', 'name.fi'];
  const of = (path: string) => fieldOf({ path, message: '' }, names);
  expect(of('body.email')).toBe('email');
  expect(of('body.roles.0.department')).toBe('roles.0.department');
  expect(of('body.roles.3.role')).toBe('roles');
  expect(of('body.name.fi')).toBe('name.fi');
  expect(of('body.version')).toBeUndefined();
});
