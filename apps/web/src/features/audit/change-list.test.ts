import { expect, it } from 'vitest';
import { changesOf } from './change-list.ts';

it('lists changed keys, without unchanged ones and versions', () => {
  const before = { version: 1, kind: 'department', roles: [{ role: 'reporter' }] };
  const after = { version: 2, kind: 'department', roles: [{ role: 'leader' }], fields: ['name'] };
  expect(changesOf(before, after)).toEqual([
    { key: 'roles', before: [{ role: 'reporter' }], after: [{ role: 'leader' }] },
    { key: 'fields', after: ['name'] },
  ]);
});

it('takes an entry with only a before, only an after, or neither', () => {
  expect(changesOf({ slug: 'a' }, null)).toEqual([{ key: 'slug', before: 'a' }]);
  expect(changesOf(null, { people: 0 })).toEqual([{ key: 'people', after: 0 }]);
  expect(changesOf(null, null)).toEqual([]);
});
