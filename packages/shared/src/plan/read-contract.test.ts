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

  it('takes every value', () => {
    for (const value of values) expect(chosenOf(boardFilterQuery.parse({ [key]: value }), key)).toEqual([value]);
  });

  it('is repeatable where several values hold, and only there', () => {
    const several = boardFilterQuery.safeParse({ [key]: values.slice(0, 1).concat(values.slice(-1)) });
    expect(several.success).toBe(field.kind === 'many');
  });

  it('refuses a value that is not one', () => {
    if (field.kind === 'text') return;
    expect(boardFilterQuery.safeParse({ [key]: 'Not One' }).success).toBe(false);
  });

  it('is described', () => {
    expect(boardFilterQuery.shape[key].meta()?.description).toBe(field.description);
  });
});

it('without filters nothing is chosen', () => {
  expect(boardFilterQuery.parse({})).toEqual(Object.fromEntries(Object.entries(noFilter).filter(([, value]) => value)));
});

it('refuses a filter that there is not', () => {
  expect(boardFilterQuery.safeParse({ colour: 'red' }).success).toBe(false);
});
