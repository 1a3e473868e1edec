import type { IndicatorValue } from './contract.ts';
import { byPlace, cellsOf, type Count, type Place } from './suppress-cells.ts';
import { hideTogether } from './suppress-component.ts';

const keyOf = ({ period, ageGroup, sex, area }: Place): string => [period, ageGroup, sex, area].join(' ');

/** Where the values are that are hidden from the public. */
export type Hidden = (value: Place) => boolean;

const isShortAndLong = (counts: readonly Count[]): boolean =>
  counts.some(({ period }) => /^\d{4}-\d{4}$/.test(period ?? '')) &&
  counts.some(({ period }) => period?.includes('-', 4) && period.length !== 9);

/** Steps that all the values of an indicator may take: some tenths of a second. */
const mostSteps = 3_000_000;

/**
 * Which counts of people are hidden from the public: those of one to four, those that would give such a one away by
 * adding and subtracting whatever else is shown of the indicator, and those that give away a small count that is not
 * there itself: the men where all and the women are told. All its counts are needed to tell.
 */
export const hiddenIn = (counts: readonly Count[], steps = mostSteps): Hidden =>
  hiddenAt(counts, placesHidden(counts, steps));

/** Which of the counts are hidden, as their places in the list. */
export function placesHidden(counts: readonly Count[], steps = mostSteps): number[] {
  const hidden = new Set<number>();
  // Two years may be two years or a school year: what is hidden holds for both.
  const ways = isShortAndLong(counts) ? [false, true] : [false];
  for (const isSchoolYear of ways) {
    const cells = cellsOf(counts, hidden, isSchoolYear).toSorted(byPlace);
    hideTogether(cells, { left: steps / ways.length });
    for (const cell of cells) if (cell.isHidden) hidden.add(cell.at);
  }
  return [...hidden];
}

export function hiddenAt(counts: readonly Count[], places: Iterable<number>): Hidden {
  const keys = new Set([...places].flatMap((at) => (counts[at] ? [keyOf(counts[at])] : [])));
  return (value) => keys.has(keyOf(value));
}

export const countsOf = (values: readonly IndicatorValue[]): Count[] =>
  values.flatMap((value) => (value.kind === 'number' ? [value] : []));

/** The values as the public sees them. A note can tell the number it belongs to: it goes too. */
export const forPublic = (values: readonly IndicatorValue[], isHidden: Hidden): IndicatorValue[] =>
  values.map((value) => {
    if (value.kind !== 'number' || !isHidden(value)) return value;
    const { period, ageGroup, sex, area, source, sourceId, licence, version } = value;
    return {
      kind: 'suppressed',
      period,
      ageGroup,
      sex,
      area,
      source,
      sourceId,
      licence,
      version,
      note: null,
      isUncertain: false,
    };
  });
