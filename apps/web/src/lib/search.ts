/** An address's search: every key with its values. Repeated keys as the API has them, no JSON in addresses. */
export type Search = Record<string, readonly string[]>;

/** Keys of an address, each of them perhaps absent. */
export type SearchOf<K extends string> = { readonly [P in K]?: readonly string[] };

/**
 * Types the keys that a page reads of its address, for `validateSearch`: a hook that names the page's path knows them.
 * There is nothing to check, since `parseSearch` gives a list of strings for every key.
 */
export const searchKeys = <K extends string>(search: Record<string, unknown>): SearchOf<K> => search as SearchOf<K>;

export function parseSearch(text: string): Search {
  const search: Record<string, string[]> = {};
  for (const [key, value] of new URLSearchParams(text)) (search[key] ??= []).push(value);
  return search;
}

/** One view, one address: keys and values in order, nothing twice, nothing empty. */
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
