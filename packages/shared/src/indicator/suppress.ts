import type { IndicatorValue } from './contract.ts';
import { cellsOf, type Count, type Place } from './suppress-cells.ts';
import { hideTogether } from './suppress-component.ts';

const keyOf = ({ period, ageGroup, sex, area }: Place): string => [period, ageGroup, sex, area].join(' ');

/** Where the values are that are hidden from the public. */
export type Hidden = (value: Place) => boolean;

const isShortAndLong = (counts: readonly Count[]): boolean =>
  counts.some(({ period }) => /^\d{4}-\d{4}$/.test(period ?? '')) &&
  counts.some(({ period }) => period?.includes('-', 4) && period.length !== 9);

/**
 * Which counts of people are hidden from the public: those of one to four, those that would give such a one away by
 * adding and subtracting whatever else is shown of the indicator, and those that give away a small count that is not
 * there itself: the men where all and the women are told. All its counts are needed to tell.
 */
export function hiddenIn(counts: readonly Count[]): Hidden {
  const hidden = new Set<number>();
  // Two years may be two years or a school year: what is hidden holds for both.
  for (const isSchoolYear of isShortAndLong(counts) ? [false, true] : [false]) {
    const cells = cellsOf(counts, hidden, isSchoolYear);
    hideTogether(cells);
    for (const cell of cells) if (cell.isHidden) hidden.add(cell.at);
  }
  const keys = new Set([...hidden].flatMap((at) => (counts[at] ? [keyOf(counts[at])] : [])));
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
