import type { Text } from '../text/text.ts';

/** A value that comes from the data, with the name to show. */
export type FilterOption = { slug: string; name?: Text; shortName?: Text | null };

/**
 * The form of a filter in an address and in a query. It is data without zod, which the browser need not load; `query.ts`
 * makes the server's schema from it.
 * - `many` takes any of several values, `one` a single one, `flag` yes or no, `text` words to search for.
 * - `values` lists all values, or finds them in the data. Without it any value of `pattern` is valid.
 */
export type FieldShape<Data> =
  | {
      kind: 'many' | 'one';
      values?: readonly string[] | ((data: Data) => readonly FilterOption[]);
      /** The form of values that are not listed; a slug where it is absent. */
      pattern?: RegExp;
    }
  | { kind: 'flag' }
  | { kind: 'text' };

/** An `isDaily` field depends on the day in Helsinki, so its results must not be cached. */
type Reads<Item, V> =
  | { of: (item: Item) => V; isDaily?: never }
  | { of: (item: Item, today: string) => V; isDaily: true };

/** A filter of a list: `of` returns the values of an item, which passes by any of them. */
export type FilterField<Item, Data> = {
  /** For the documentation of the API. */
  description: string;
} & (
  | (Extract<FieldShape<Data>, { kind: 'many' | 'one' }> & Reads<Item, readonly string[]>)
  | ({ kind: 'flag' } & Reads<Item, boolean>)
  /** The text to search in, normalized. */
  | ({ kind: 'text' } & Reads<Item, string>)
);

export type Shapes<Data = never> = Readonly<Record<string, FieldShape<Data>>>;
export type Fields<Item = never, Data = never> = Readonly<Record<string, FilterField<Item, Data>>>;

export type ValueOf<F> = F extends { values: readonly (infer V extends string)[] } ? V : string;
type Of<F> = F extends { kind: 'flag' } ? boolean : ValueOf<F>;

/** The chosen values of a set of filters: lists for `many`, otherwise one value or none. */
export type FilterOf<F extends Shapes> = {
  [K in keyof F as F[K]['kind'] extends 'many' ? K : never]: readonly ValueOf<F[K]>[];
} & {
  [K in keyof F as F[K]['kind'] extends 'many' ? never : K]?: Of<F[K]> | undefined;
};

type Chosen = Readonly<Record<string, unknown>>;

export const keysOf = <F extends object>(fields: F) => Object.keys(fields) as (keyof F & string)[];

/** The chosen values of one filter as a list of strings; empty when the filter does not restrict. */
export const chosenOf = (filter: object, key: string): readonly string[] => {
  const value = (filter as Chosen)[key];
  if (value === undefined || value === '') return [];
  return Array.isArray(value) ? (value as readonly string[]) : [String(value)];
};

/** The reverse of `chosenOf`; a filter that takes one value gets the last. */
export const toChosen = ({ kind }: FieldShape<never>, values: readonly string[]) => {
  const last = values.at(-1);
  if (kind === 'many') return values;
  return kind === 'flag' && last ? last === 'true' : last;
};

/** The valid values of a filter; undefined when only their form is known. */
export function allowedOf<Data>(field: FieldShape<Data>, data: Data | undefined): readonly string[] | undefined {
  if (field.kind === 'flag') return ['true', 'false'];
  if (field.kind === 'text') return undefined;
  if (typeof field.values !== 'function') return field.values;
  return data && field.values(data).map(({ slug }) => slug);
}

/** No filter chosen, as "clear all" sets. */
export const emptyFilter = <F extends Shapes>(fields: F): FilterOf<F> =>
  Object.fromEntries(keysOf(fields).map((key) => [key, toChosen(fields[key] as FieldShape<never>, [])])) as FilterOf<F>;

export const isEmptyFilter = (fields: Shapes, filter: object): boolean =>
  keysOf(fields).every((key) => chosenOf(filter, key).length === 0);
