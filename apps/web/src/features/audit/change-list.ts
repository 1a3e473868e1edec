import { isSameJson } from '@vointi/shared/json/is-same-json.ts';

export type Change = { key: string; before?: unknown; after?: unknown };

/** Row versions mean nothing to a reader. */
const silent = new Set(['version']);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const partsOf = (value: unknown): Record<string, unknown> => {
  if (isRecord(value)) return value;
  return value === null || value === undefined ? {} : { value };
};

/** The changed keys of an entry with their values before and after. */
export function changesOf(before: unknown, after: unknown): Change[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((key) => !silent.has(key));
  return keys.flatMap((key) => {
    if (key in old && key in now && isSameJson(old[key], now[key])) return [];
    return [{ key, ...(key in old && { before: old[key] }), ...(key in now && { after: now[key] }) }];
  });
}
