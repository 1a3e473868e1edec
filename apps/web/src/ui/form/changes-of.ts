import { isSameJson } from '@vointi/shared/json/is-same-json.ts';

/** Only what differs: what somebody else has changed elsewhere in the row stays theirs. */
export function changesOf<B extends object>(before: B, after: B): Partial<B> {
  const keys = Object.keys(after) as (keyof B)[];
  const changed = keys.filter((key) => !isSameJson(before[key], after[key]));
  return Object.fromEntries(changed.map((key) => [key, after[key]])) as Partial<B>;
}
