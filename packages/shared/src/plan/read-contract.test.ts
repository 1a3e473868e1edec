import { describe, expect, it } from 'vitest';
import { chosenOf, keysOf } from '../filter/field.ts';
import { boardFilterQuery } from './read-contract.ts';
import { boardFields, type BoardOptions } from './filter-fields.ts';
import { noFilter } from './filter.ts';
import { allowedIn, boardFieldOf } from './testing/any-filter.ts';

const options: BoardOptions = { departments: [{ slug: 'epmt' }], goals: [{ slug: 'osallisuus' }] };

describe.each(keysOf(boardFields))('the query %s', (key) => {
  const field = boardFieldOf(key);
  const values = field.kind === 'text' ? ['sana'] : allowedIn(key, options);

  it('accepts every value', () => {
    for (const value of values) expect(chosenOf(boardFilterQuery.parse({ [key]: value }), key)).toEqual([value]);
  });

  it('can repeat exactly when the filter takes several values', () => {
    const several = boardFilterQuery.safeParse({ [key]: values.slice(0, 1).concat(values.slice(-1)) });
    expect(several.success).toBe(field.kind === 'many');
  });

  it('rejects an unknown value', () => {
    if (field.kind === 'text') return;
    expect(boardFilterQuery.safeParse({ [key]: 'Not One' }).success).toBe(false);
  });

  it('has the description of its field', () => {
    expect(boardFilterQuery.shape[key].meta()?.description).toBe(field.description);
  });
});

it('chooses nothing without filters', () => {
  expect(boardFilterQuery.parse({})).toEqual(Object.fromEntries(Object.entries(noFilter).filter(([, value]) => value)));
});

it('rejects an unknown filter', () => {
  expect(boardFilterQuery.safeParse({ colour: 'red' }).success).toBe(false);
});
