import { describe, expect, it } from 'vitest';
import { languageOf, type MapEntry, profileOf, rolesOf, valuesOf } from './claims.ts';

describe('values of a claim', () => {
  it.each([
    ['a', ['a']],
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
    [5, ['5']],
    [true, ['true']],
    [
      [1, 'x', null, { a: 1 }, ['y']],
      ['1', 'x'],
    ],
    [null, []],
    [{ roles: ['a'] }, []],
  ])('%j are %j', (claim, values) => {
    expect(valuesOf({ claim }, 'claim')).toEqual(values);
  });

  it('come from the token’s own properties alone, neither inherited nor nested', () => {
    expect(valuesOf({ realm: { roles: ['a'] } }, 'realm.roles')).toEqual([]);
    expect(valuesOf({ 'realm.roles': ['a'] }, 'realm.roles')).toEqual(['a']);
    for (const name of ['constructor', '__proto__', 'toString']) expect(valuesOf({}, name)).toEqual([]);
  });
});

it('gives each role once, and only for an exact value', () => {
  const entry = (value: string, role: MapEntry['role'], departmentId: string | null = null): MapEntry => ({
    claim: 'groups',
    value,
    role,
    departmentId,
  });
  const map = [
    entry('A', 'reporter', 'x'),
    entry('B', 'reporter', 'x'),
    entry('B', 'reporter', 'y'),
    entry('b', 'admin'),
    entry('A ', 'leader'),
  ];
  expect(rolesOf(map, { groups: ['A', 'B'] })).toEqual([
    { role: 'reporter', departmentId: 'x' },
    { role: 'reporter', departmentId: 'y' },
  ]);
  expect(rolesOf(map, { group: ['A', 'B'] })).toEqual([]);
});

describe('the profile', () => {
  it.each([
    [{ name: '  Anna\n\u202eAhola\0 ' }, 'Anna Ahola'],
    [{ name: '', given_name: 'Anna', family_name: 'Ahola' }, 'Anna Ahola'],
    [{ name: '\u200b', preferred_username: 'anna' }, 'anna'],
    [{ name: ['Anna'], sub: 's-1' }, 's-1'],
    [{ name: 'Å'.repeat(300) }, 'Å'.repeat(120)],
    [{ name: '👩'.repeat(121) }, '👩'.repeat(120)],
    [{}, '–'],
  ])('names %j %s', (claims, displayName) => {
    expect(profileOf(claims).displayName).toBe(displayName);
  });

  it.each([
    [{ email: ' Anna@Kunta.example ' }, 'anna@kunta.example'],
    [{ email: 'anna@kunta.example', email_verified: false }, null],
    [{ email: 'anna' }, null],
    [{ email: 'a\0b@kunta.example' }, null],
    [{ email: `${'a'.repeat(260)}@kunta.example` }, null],
    [{ email: ['anna@kunta.example'] }, null],
  ])('takes from %j the address %s', (claims, contactEmail) => {
    expect(profileOf(claims).contactEmail).toBe(contactEmail);
  });

  it.each([
    ['sv-FI', 'sv'],
    ['EN_us', 'en'],
    ['de', 'fi'],
    [undefined, 'fi'],
    [{}, 'fi'],
  ])('takes from locale %j the language %s', (locale, language) => {
    expect(languageOf({ locale })).toBe(language);
  });
});
