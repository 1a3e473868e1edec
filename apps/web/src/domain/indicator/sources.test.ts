import { expect, it } from 'vitest';
import { sourcesOf } from './sources.ts';

const own = { source: { fi: 'Sotkanet' }, licence: 'CC BY 4.0' };
const other = { source: { fi: 'Kunnan laskenta', sv: 'Kommunens räkning' }, licence: null };

it('lists each source and licence once, in the order of the figures', () => {
  expect(sourcesOf([own, other, { ...own }, { ...other, licence: 'CC0' }], own)).toEqual([
    own,
    other,
    { ...other, licence: 'CC0' },
  ]);
});

it('lists the indicator’s source without figures, and not when every figure has its own', () => {
  expect(sourcesOf([], own)).toEqual([own]);
  expect(sourcesOf([other], own)).toEqual([other]);
});
