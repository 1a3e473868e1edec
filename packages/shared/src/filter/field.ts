import type { Text } from '../text/text.ts';

/** A value that only the data knows, with the name it is shown by. */
export type FilterOption = { slug: string; name?: Text; shortName?: Text | null };

/**
 * How a filter stands in an address and in a query. It is data without zod, so that the browser uses it as it is; the
 * schema for the server is made from it in `query.ts`.
 * - `many` takes any of several values, `one` a single one, `flag` yes or no, `text` words to search for.
 * - `values` lists all values, or finds them in the data. Without it any value of `pattern` will do.
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

/** A field that is `isDaily` is given the day in Helsinki: nothing that is read by it may be remembered. */
type Reads<Item, V> =
  | { of: (item: Item) => V; isDaily?: never }
  | { of: (item: Item, today: string) => V; isDaily: true };

/** A filter of a list: `of` tells which values an item has. An item with several passes by any of them. */
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

/** What is chosen in a set of filters: lists for `many`, otherwise one value or none. */
export type FilterOf<F extends Shapes> = {
  [K in keyof F as F[K]['kind'] extends 'many' ? K : never]: readonly ValueOf<F[K]>[];
} & {
  [K in keyof F as F[K]['kind'] extends 'many' ? never : K]?: Of<F[K]> | undefined;
};

type Chosen = Readonly<Record<string, unknown>>;

export const keysOf = <F extends object>(fields: F) => Object.keys(fields) as (keyof F & string)[];

/** The chosen values of one filter as a list of strings; empty where the filter does not restrict anything. */
export const chosenOf = (filter: object, key: string): readonly string[] => {
  const value = (filter as Chosen)[key];
  if (value === undefined || value === '') return [];
  return Array.isArray(value) ? (value as readonly string[]) : [String(value)];
};

/** The reverse of `chosenOf`; of several values for a filter that takes one, the last holds. */
export const toChosen = ({ kind }: FieldShape<never>, values: readonly string[]) => {
  const last = values.at(-1);
  if (kind === 'many') return values;
  return kind === 'flag' && last ? last === 'true' : last;
};

/** The values that a filter takes; undefined where only their form is known. */
export function allowedOf<Data>(field: FieldShape<Data>, data: Data | undefined): readonly string[] | undefined {
  if (field.kind === 'flag') return ['true', 'false'];
  if (field.kind === 'text') return undefined;
  if (typeof field.values !== 'function') return field.values;
  return data && field.values(data).map(({ slug }) => slug);
}

/** Nothing chosen: also what "clear all" sets. */
export const emptyFilter = <F extends Shapes>(fields: F): FilterOf<F> =>
  Object.fromEntries(keysOf(fields).map((key) => [key, toChosen(fields[key] as FieldShape<never>, [])])) as FilterOf<F>;

export const isEmptyFilter = (fields: Shapes, filter: object): boolean =>
  keysOf(fields).every((key) => chosenOf(filter, key).length === 0);
