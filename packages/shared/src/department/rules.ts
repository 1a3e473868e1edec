import { freeSlug } from '../text/slug.ts';
import { type Text, textsOf } from '../text/text.ts';

/** The address of a department from its Finnish name; a number follows where the name's own is taken. */
export const departmentSlug = (name: string, taken: ReadonlySet<string>): string => freeSlug(name, taken, 'vastuutaho');

/** One spelling of a name: neither case nor spaces make another department of it. */
export const sameName = (name: string): string => name.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase();

type Named = { name: Text; aliases: readonly string[] };

/** Everything a department answers to, in every language. */
export const namesOf = ({ name, aliases }: Named): string[] => [...textsOf(name), ...aliases];

/** Each alias once, and none that is the name already. */
export function tidyAliases({ name, aliases }: Named): string[] {
  const seen = new Set(namesOf({ name, aliases: [] }).map(sameName));
  return aliases.filter((alias) => !seen.has(sameName(alias)) && seen.add(sameName(alias)));
}

/** Whether giving `id` this successor would make a chain that comes back to it. */
export function isCircular(id: string, successor: string | null, successorOf: ReadonlyMap<string, string | null>) {
  const passed = new Set([id]);
  for (let next = successor; next !== null; next = successorOf.get(next) ?? null) {
    if (passed.has(next)) return true;
    passed.add(next);
  }
  return false;
}
