import { describe, expect, it } from 'vitest';
import { activeFiltersOf, chosenFilters, pageField, readFilters, writeFilters } from './filter-search.ts';
import { parseSearch, stringifySearch } from './search.ts';

const fields = {
  q: { kind: 'text' },
  role: { kind: 'one', values: ['admin', 'reporter'] },
  department: { kind: 'one' },
  from: { kind: 'one', pattern: /^\d{4}-\d\d-\d\d$/ },
  goal: { kind: 'many', values: (goals: { slug: string }[]) => goals },
  isNew: { kind: 'flag' },
  page: pageField,
} as const;
const goals = [{ slug: 'children' }, { slug: 'school' }];

const read = (address: string) => readFilters(fields, parseSearch(address), goals);
const canonical = (address: string) => stringifySearch(writeFilters(fields, read(address).filter));

describe('readFilters', () => {
  it.each([
    ['?q=+x+', '?q=x', []],
    ['?role=admin&department=epmt', '?department=epmt&role=admin', []],
    ['?role=king&department=A+B&from=1.1.2026', '', ['king', 'A B', '1.1.2026']],
    ['?from=2026-01-01', '?from=2026-01-01', []],
    ['?goal=school&goal=children&goal=moon', '?goal=children&goal=school', ['moon']],
    ['?isNew=false', '?isNew=false', []],
    ['?isNew=no&page=0', '', ['no', '0']],
    ['?page=12', '?page=12', []],
    ['?other=x', '', []],
  ])('reads %s as %s', (address, expected, unknown) => {
    expect(canonical(address)).toBe(expected);
    expect(read(address).unknownValues).toEqual(unknown);
  });

  it('checks only the form of values that are not known yet', () => {
    expect(readFilters(fields, parseSearch('?goal=moon&goal=A+B')).filter.goal).toEqual(['moon']);
  });
});

it('leaves out filters without a chosen value', () => {
  expect(chosenFilters<typeof fields>(read('?q=x&isNew=false').filter)).toEqual({ q: 'x', isNew: false });
});

it('removes one value at a time', () => {
  const active = activeFiltersOf(
    fields,
    read('?goal=school&goal=children&role=admin').filter,
    (key, value) => `${key} ${value}`,
  );
  expect(active).toEqual([
    { key: 'role', label: 'role admin', without: { role: undefined } },
    { key: 'goal=children', label: 'goal children', without: { goal: ['school'] } },
    { key: 'goal=school', label: 'goal school', without: { goal: ['children'] } },
  ]);
});
