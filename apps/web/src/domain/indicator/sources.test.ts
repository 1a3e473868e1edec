import { expect, it } from 'vitest';
import { sourcesOf } from './sources.ts';

const own = { source: { fi: 'Sotkanet' }, licence: 'CC BY 4.0' };
const other = { source: { fi: 'Kunnan laskenta', sv: 'Kommunens räkning' }, licence: null };

it('names each source and licence of the figures once, in their order', () => {
  expect(sourcesOf([own, other, { ...own }, { ...other, licence: 'CC0' }], own)).toEqual([
    own,
    other,
    { ...other, licence: 'CC0' },
  ]);
});

it('names that of the indicator where there is no figure, and nothing of it where every figure has its own', () => {
  expect(sourcesOf([], own)).toEqual([own]);
  expect(sourcesOf([other], own)).toEqual([other]);
});
