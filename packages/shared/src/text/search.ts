/** Drops case and diacritics, so that "paihde" finds Päihde. */
export const normalizeForSearch = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** Returns a test whether a normalized text contains every word of the query. */
export function searchOf(query: string): (normalized: string) => boolean {
  const words = normalizeForSearch(query).split(/\s+/);
  return (normalized) => words.every((word) => normalized.includes(word));
}
