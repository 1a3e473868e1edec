import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slug } from '../text/contract.ts';
import { departmentSlug, isCircular, namesOf, sameName, tidyAliases } from './rules.ts';

describe('the address of a department', () => {
  it.each([
    ['Nuorisopalvelut', 'nuorisopalvelut'],
    ['Työllisyys ja yrityspalvelut', 'tyollisyys-ja-yrityspalvelut'],
    ['Ikääntyneet – Åbo & Öja', 'ikaantyneet-abo-oja'],
    ['  !!! ', 'vastuutaho'],
    ['健康', 'vastuutaho'],
  ])('makes of %s the slug %s', (name, expected) => {
    expect(departmentSlug(name, new Set())).toBe(expected);
  });

  it('gets a number if it is taken, within the maximum length', () => {
    expect(departmentSlug('Kirjasto', new Set(['kirjasto', 'kirjasto-2']))).toBe('kirjasto-3');
    const long = 'a'.repeat(120);
    expect(departmentSlug(long, new Set(['a'.repeat(60)]))).toBe(`${'a'.repeat(58)}-2`);
  });

  it('is a valid slug for any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (name) => {
        const first = departmentSlug(name, new Set());
        expect(slug.safeParse(first).success).toBe(true);
        expect(slug.safeParse(departmentSlug(name, new Set([first]))).success).toBe(true);
      }),
    );
  });
});

it('compares names without regard to case and spaces', () => {
  expect(sameName(' Nuoriso  palvelut')).toBe(sameName('nuoriso PALVELUT'));
  expect(sameName('Ikä')).toBe(sameName('Ika\u0308'));
  expect(sameName('Ikä')).not.toBe(sameName('Ika'));
});

it('drops aliases that repeat or equal the name', () => {
  const name = { fi: 'Kirjasto', sv: 'Bibliotek' };
  expect(tidyAliases({ name, aliases: ['Kirjastot', 'kirjastot', 'BIBLIOTEK', 'Lainaamo'] })).toEqual([
    'Kirjastot',
    'Lainaamo',
  ]);
  expect(namesOf({ name, aliases: ['Lainaamo'] })).toEqual(['Kirjasto', 'Bibliotek', 'Lainaamo']);
});

it('refuses a successor that closes a circle', () => {
  const chain = new Map<string, string | null>([
    ['a', 'b'],
    ['b', 'c'],
    ['c', null],
  ]);
  expect(isCircular('a', 'a', chain)).toBe(true);
  expect(isCircular('c', 'a', chain)).toBe(true);
  expect(isCircular('d', 'a', chain)).toBe(false);
  expect(isCircular('a', null, chain)).toBe(false);
  // Must end also if the stored chain is circular already.
  expect(
    isCircular(
      'd',
      'a',
      new Map([
        ['a', 'b'],
        ['b', 'a'],
      ]),
    ),
  ).toBe(true);
});
