import {
  allowedOf,
  chosenOf,
  keysOf,
  toChosen,
  type FieldShape,
  type FilterOf,
  type Shapes,
} from '@vointi/shared/filter/field.ts';
import { maxSearch } from '@vointi/shared/text/limits.ts';
import { slugPattern } from '@vointi/shared/text/slug.ts';
import type { Search } from './search.ts';

/** The page number of a paged list. */
export const pageField = { kind: 'one', pattern: /^[1-9]\d{0,3}$/ } as const satisfies FieldShape<never>;

/**
 * Reads filters out of an address.
 * @param data gives the values of some filters; without it only the form of their values is checked
 * @returns also the values that the data does not have; the filter leaves them out, so that an old link shows no empty page
 */
export function readFilters<F extends Shapes, Data = never>(
  fields: F & Shapes<Data>,
  raw: Search,
  data?: Data,
): { filter: FilterOf<F>; unknownValues: string[] } {
  const unknownValues: string[] = [];
  const read = (key: keyof F & string) => {
    const field = fields[key] as FieldShape<Data>;
    const raws = raw[key] ?? [];
    if (field.kind === 'text') return toChosen(field, [raws[0]?.trim().slice(0, maxSearch) ?? ''].filter(Boolean));
    const allowed = allowedOf(field, data);
    const form = (field.kind !== 'flag' && field.pattern) || slugPattern;
    const values = [...new Set(raws)].filter(Boolean).toSorted();
    const known = values.filter((value) => (allowed ? allowed.includes(value) : form.test(value)));
    unknownValues.push(...values.filter((value) => !known.includes(value)));
    return toChosen(field, known);
  };
  const filter = Object.fromEntries(keysOf(fields).map((key) => [key, read(key)])) as FilterOf<F>;
  return { filter, unknownValues };
}

/** Writes filters into an address and leaves out those that do not restrict. */
export const writeFilters = (fields: Shapes, filter: object): Search =>
  Object.fromEntries(
    keysOf(fields).flatMap((key) => {
      const chosen = chosenOf(filter, key);
      return chosen.length > 0 ? [[key, chosen]] : [];
    }),
  );

/** The filters that restrict. */
export type ChosenFilters<F extends Shapes> = { [K in keyof FilterOf<F>]?: Exclude<FilterOf<F>[K], undefined> };

export const chosenFilters = <F extends Shapes>(filter: FilterOf<F>): ChosenFilters<F> =>
  Object.fromEntries(
    keysOf(filter).flatMap((key) => (chosenOf(filter, key).length > 0 ? [[key, filter[key]]] : [])),
  ) as ChosenFilters<F>;

/** One active value of a filter: its label, and the change that removes it. */
export type ActiveFilter<F extends Shapes> = { key: string; label: string; without: Partial<FilterOf<F>> };

/** Lists the active filters, one for each value, in the order of the fields. */
export const activeFiltersOf = <F extends Shapes>(
  fields: F,
  filter: FilterOf<F>,
  labelOf: (key: keyof F & string, value: string) => string,
): ActiveFilter<F>[] =>
  keysOf(fields).flatMap((key) => {
    const field = fields[key] as FieldShape<never>;
    const chosen = chosenOf(filter, key);
    return chosen.map((value) => ({
      key: field.kind === 'many' ? `${key}=${value}` : key,
      label: labelOf(key, value),
      without: {
        [key]: toChosen(field, field.kind === 'many' ? chosen.filter((one) => one !== value) : []),
      } as Partial<FilterOf<F>>,
    }));
  });
