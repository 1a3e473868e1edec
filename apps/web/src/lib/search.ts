/** The search of an address: each key with its values. Keys repeat, as in the API; addresses hold no JSON. */
export type Search = Record<string, readonly string[]>;

/** Keys of an address, each optional. */
export type SearchOf<K extends string> = { readonly [P in K]?: readonly string[] };

/**
 * Types the keys that a page reads from its address, for `validateSearch`, so that hooks with the page's path know them.
 * It checks nothing, because `parseSearch` returns a list of strings for every key.
 */
export const searchKeys = <K extends string>(search: Record<string, unknown>): SearchOf<K> => search as SearchOf<K>;

export function parseSearch(text: string): Search {
  const search: Record<string, string[]> = {};
  for (const [key, value] of new URLSearchParams(text)) (search[key] ??= []).push(value);
  return search;
}

/** Sorts keys and values and drops empty and repeated ones, so that one view has one address. */
export function stringifySearch(search: Record<string, unknown>): string {
  const pairs = Object.keys(search)
    .toSorted()
    .flatMap((key) => {
      const value = search[key];
      const values = (Array.isArray(value) ? value : [value]).filter((one) => one != null && one !== '').map(String);
      return [...new Set(values)].toSorted().map((one) => [key, one]);
    });
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
}
