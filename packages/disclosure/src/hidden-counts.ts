import type { IndicatorValue } from '@vointi/shared/indicator/contract.ts';
import { byTime, cellsOf, type CellKey, type Count } from './count-cells.ts';
import { hideTogether } from './hide-together.ts';

const keyOf = ({ period, ageGroup, sex, area }: CellKey): string => [period, ageGroup, sex, area].join(' ');

/** Whether a value is hidden from the public. */
export type Hidden = (value: CellKey) => boolean;

const hasShortAndLongPeriods = (counts: readonly Count[]): boolean =>
  counts.some(({ period }) => /^\d{4}-\d{4}$/.test(period ?? '')) &&
  counts.some(({ period }) => period?.includes('-', 4) && period.length !== 9);

/** Steps for all the values of one indicator: some tenths of a second. */
const maxSteps = 3_000_000;

/**
 * Which counts of people are hidden from the public: counts of one to four, counts that would reveal one by adding and
 * subtracting other published counts, and counts that reveal a small count that is not in the data itself (the men,
 * where everybody and the women are published). Needs all counts of the indicator. How: ../README.md.
 */
export const hiddenIn = (counts: readonly Count[], steps = maxSteps): Hidden =>
  isHiddenBy(counts, hiddenIndexes(counts, steps));

/** The same, as indexes of the list. */
export function hiddenIndexes(counts: readonly Count[], steps = maxSteps): number[] {
  const hidden = new Set<number>();
  // 2022-2023 is two years or a school year; the result must protect under both readings.
  const readings = hasShortAndLongPeriods(counts) ? [false, true] : [false];
  for (const isSchoolYear of readings) {
    const cells = cellsOf(counts, hidden, isSchoolYear).toSorted(byTime);
    hideTogether(cells, { left: steps / readings.length });
    for (const cell of cells) if (cell.isHidden) hidden.add(cell.index);
  }
  return [...hidden];
}

export function isHiddenBy(counts: readonly Count[], indexes: Iterable<number>): Hidden {
  const keys = new Set([...indexes].flatMap((index) => (counts[index] ? [keyOf(counts[index])] : [])));
  return (value) => keys.has(keyOf(value));
}

export const countsOf = (values: readonly IndicatorValue[]): Count[] =>
  values.flatMap((value) => (value.kind === 'number' ? [value] : []));

/** The values as the public sees them. A hidden value loses its note too: a note can contain the number. */
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
