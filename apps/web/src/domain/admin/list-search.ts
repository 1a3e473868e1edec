import { useNavigate, useSearch } from '@tanstack/react-router';

/** The value, if it is one of those there are: an address may hold anything. */
export const oneOf = <V extends string>(values: readonly V[], given: string): V | undefined =>
  values.find((value) => value === given);

/** What a list is narrowed by, kept in the address: reload, back and sharing give the same view. */
export function useListSearch<const K extends string>(keys: readonly K[]) {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const valueOf = (key: K): string => {
    const given = search[key];
    return Array.isArray(given) && typeof given[0] === 'string' ? given[0] : '';
  };
  const values = Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<K, string>;
  const change = (wanted: Partial<Record<K, string>>) =>
    void navigate({
      to: '.',
      search: (now: object) => ({
        ...now,
        ...Object.fromEntries(Object.entries(wanted).map(([key, value]) => [key, value ? [value] : undefined])),
      }),
      replace: true,
      resetScroll: false,
    });
  const clear = () => change(Object.fromEntries(keys.map((key) => [key, ''])) as Record<K, string>);
  return { values, change, clear, isNarrowed: keys.some((key) => values[key] !== '') };
}
