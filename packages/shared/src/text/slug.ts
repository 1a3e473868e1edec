import { maxSlug } from './limits.ts';

/** The form of an address: lower-case letters a–z, digits and single hyphens. */
export const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** An address from a name; a number follows where the name's own is taken. @param otherwise where nothing is left of it */
export function freeSlug(name: string, taken: ReadonlySet<string>, otherwise: string): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
  const cut = (max: number) => plain.slice(0, max).replaceAll(/^-+|-+$/g, '') || otherwise;
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? '' : `-${number}`;
    const slug = `${cut(maxSlug - ending.length)}${ending}`;
    if (!taken.has(slug)) return slug;
  }
}
