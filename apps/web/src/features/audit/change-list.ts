import { isSameJson } from '@vointi/shared/json/is-same-json.ts';

export type Change = { key: string; before?: unknown; after?: unknown };

/** Versions say nothing to a reader: they only tell one saving from another. */
const silent = new Set(['version']);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const partsOf = (value: unknown): Record<string, unknown> => {
  if (isRecord(value)) return value;
  return value === null || value === undefined ? {} : { value };
};

/** What an entry says was and became, key by key; what stayed the same is left out. */
export function changesOf(before: unknown, after: unknown): Change[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((key) => !silent.has(key));
  return keys.flatMap((key) => {
    if (key in old && key in now && isSameJson(old[key], now[key])) return [];
    return [{ key, ...(key in old && { before: old[key] }), ...(key in now && { after: now[key] }) }];
  });
}
