import type { Text } from '../text/text.ts';

type Assessed = { periodAssessed: Text; closesAt: string | null };

/** The last year that a round assessed, by the words of its period, else by its last day; null where neither tells. */
export function assessedYearOf({ periodAssessed, closesAt }: Assessed): number | null {
  const year = periodAssessed.fi.match(/\b(?:19|20)\d\d\b/g)?.at(-1) ?? closesAt?.slice(0, 4);
  return year === undefined ? null : Number(year);
}

/**
 * What an old light is called after: the year that its round assessed, or the round's name where another round assessed
 * the same year.
 */
export function roundLabelsOf(rounds: readonly (Assessed & { slug: string; name: Text })[]): Map<string, Text> {
  const years = rounds.map(assessedYearOf);
  return new Map(
    rounds.map(({ slug, name }, index) => {
      const year = years[index] ?? null;
      const isAlone = year !== null && years.filter((other) => other === year).length === 1;
      return [slug, isAlone ? { fi: String(year) } : name];
    }),
  );
}
