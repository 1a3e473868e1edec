import { freeSlug } from '../text/slug.ts';
import { type Text, textsOf } from '../text/text.ts';

/** A slug from the Finnish name, with a number at the end if it is taken. */
export const departmentSlug = (name: string, taken: ReadonlySet<string>): string => freeSlug(name, taken, 'vastuutaho');

/** Normalizes a name for comparison: case and spaces do not matter. */
export const sameName = (name: string): string => name.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase();

type Named = { name: Text; aliases: readonly string[] };

/** All names of a department, in every language. */
export const namesOf = ({ name, aliases }: Named): string[] => [...textsOf(name), ...aliases];

/** Aliases without repetitions and without the name itself. */
export function tidyAliases({ name, aliases }: Named): string[] {
  const seen = new Set(namesOf({ name, aliases: [] }).map(sameName));
  return aliases.filter((alias) => !seen.has(sameName(alias)) && seen.add(sameName(alias)));
}

/** Whether this successor of `id` would close a circle. */
export function isCircular(id: string, successor: string | null, successorOf: ReadonlyMap<string, string | null>) {
  const passed = new Set([id]);
  for (let next = successor; next !== null; next = successorOf.get(next) ?? null) {
    if (passed.has(next)) return true;
    passed.add(next);
  }
  return false;
}
