/** Comparable form for searching: case and marks do not matter, so "paihde" finds Päihde. */
export const normalizeForSearch = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** Whether a normalized text holds every word that was searched for. */
export function searchOf(wanted: string): (normalized: string) => boolean {
  const words = normalizeForSearch(wanted).split(/\s+/);
  return (normalized) => words.every((word) => normalized.includes(word));
}
