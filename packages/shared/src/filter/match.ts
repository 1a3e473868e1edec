import { helsinkiDay } from '../text/helsinki.ts';
import { searchOf } from '../text/search.ts';
import {
  allowedOf,
  chosenOf,
  keysOf,
  type Fields,
  type FilterField,
  type FilterOf,
  type Shapes,
  type ValueOf,
} from './field.ts';

const today = () => helsinkiDay(new Date());

/** The values of an item for one filter, in the form of addresses. */
export function valuesOf<Item, Data>(field: FilterField<Item, Data>, item: Item, day = ''): readonly string[] {
  const values = field.of(item, day);
  return typeof values === 'object' ? values : [String(values)];
}

/**
 * Returns a test of items: an item passes a filter by any of its chosen values, and must pass all filters. The filters are
 * read once for many items.
 */
export function predicateOf<Item, Data>(
  fields: Fields<Item, Data>,
  filter: object,
  day = today(),
): (item: Item) => boolean {
  const tests = keysOf(fields).flatMap((key) => {
    const field = fields[key];
    const chosen = chosenOf(filter, key);
    if (!field || chosen.length === 0) return [];
    if (field.kind === 'text') {
      const finds = searchOf(chosen.join(' '));
      return (item: Item) => finds(field.of(item, day));
    }
    return (item: Item) => valuesOf(field, item, day).some((value) => chosen.includes(value));
  });
  return (item) => tests.every((test) => test(item));
}

export type Facets<F extends Shapes> = {
  [K in keyof F as F[K]['kind'] extends 'text' ? never : K]: Record<
    F[K]['kind'] extends 'flag' ? 'true' | 'false' : ValueOf<F[K]>,
    number
  >;
};

/** Counts the items that each value would show as the only choice of its filter, with the other filters applied. */
export function facetsOf<Item, Data, F extends Fields<Item, Data>>(
  fields: F,
  items: readonly Item[],
  data: Data,
  filter: FilterOf<F>,
  day = today(),
): Facets<F> {
  const facets = keysOf(fields).flatMap((key) => {
    const field = fields[key] as FilterField<Item, Data>;
    if (field.kind === 'text') return [];
    const passes = predicateOf(fields, { ...filter, [key]: undefined }, day);
    const counts = Object.fromEntries((allowedOf(field, data) ?? []).map((value) => [value, 0]));
    for (const item of items) {
      if (passes(item)) for (const value of valuesOf(field, item, day)) counts[value] = (counts[value] ?? 0) + 1;
    }
    return [[key, counts]];
  });
  return Object.fromEntries(facets) as Facets<F>;
}
