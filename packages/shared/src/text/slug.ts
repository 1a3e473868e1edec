import { maxSlug } from './limits.ts';

/** The form of a slug: lower-case letters a–z, digits and single hyphens. */
export const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Makes a slug from a name, with a number at the end when it is taken.
 * @param otherwise for a name without any usable character
 */
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
