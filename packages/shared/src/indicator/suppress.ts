import type { IndicatorValue } from './contract.ts';
import { smallestShown } from './kind.ts';

type Cell = { at: number; value: number; isHidden: boolean };

/** One to four people. Nobody is nobody's secret: a zero is shown. */
export const isSmallCount = (value: number): boolean => value !== 0 && Math.abs(value) < smallestShown;

const isTotalAge = ({ ageGroup }: IndicatorValue) => ageGroup === null || ageGroup === 'all_ages';

/** Every sum that can be made of the values of one period and area: its total, and the parts that make it. */
function sumsOf(values: readonly (IndicatorValue & { at: number })[]) {
  const ages = [...new Set(values.map((value) => (isTotalAge(value) ? null : value.ageGroup)))];
  const sexes = [...new Set(values.map(({ sex }) => sex))];
  const ofSexes = ages.map((age) => {
    const row = values.filter((value) => (isTotalAge(value) ? null : value.ageGroup) === age);
    return { totals: row.filter(({ sex }) => sex === null), parts: row.filter(({ sex }) => sex !== null) };
  });
  const ofAges = sexes.map((sex) => {
    const column = values.filter((value) => value.sex === sex);
    return { totals: column.filter(isTotalAge), parts: column.filter((value) => !isTotalAge(value)) };
  });
  return [...ofSexes, ...ofAges];
}

/**
 * Which values of an indicator that counts people are hidden from the public: counts of one to four, and beside a
 * single hidden part of a sum that is shown its smallest other part, or the hidden one would be a subtraction away.
 * The totals themselves are hidden only when they are small.
 */
export function hiddenPlaces(values: readonly IndicatorValue[]): Set<number> {
  const cells = new Map<number, Cell>();
  const groups = new Map<string, (IndicatorValue & { at: number })[]>();
  values.forEach((value, at) => {
    if (value.kind !== 'number') return;
    cells.set(at, { at, value: value.value, isHidden: isSmallCount(value.value) });
    const key = `${value.period} ${value.area}`;
    groups.set(key, [...(groups.get(key) ?? []), { ...value, at }]);
  });
  const cellOf = ({ at }: { at: number }) => cells.get(at) ?? { at, value: 0, isHidden: false };
  for (const group of groups.values()) {
    const sums = sumsOf(group);
    let isDone = false;
    while (!isDone) {
      isDone = true;
      for (const { totals, parts } of sums) {
        const hidden = parts.map(cellOf).filter(({ isHidden }) => isHidden);
        const shown = parts.map(cellOf).filter(({ isHidden }) => !isHidden);
        const isTotalShown = totals.map(cellOf).some(({ isHidden }) => !isHidden);
        if (!isTotalShown || hidden.length !== 1 || shown.length === 0) continue;
        // A zero hides nothing: it is taken only where there is nothing else.
        const [other] = shown.toSorted((a, b) => Number(a.value === 0) - Number(b.value === 0) || a.value - b.value);
        if (other) other.isHidden = true;
        isDone = false;
      }
    }
  }
  return new Set([...cells.values()].filter(({ isHidden }) => isHidden).map(({ at }) => at));
}

/** The values as the public sees them. A note can tell the number it belongs to: it goes too. */
export function forPublic(values: readonly IndicatorValue[], countsPeople: boolean): IndicatorValue[] {
  if (!countsPeople) return [...values];
  const hidden = hiddenPlaces(values);
  return values.map((value, at) => {
    if (!hidden.has(at)) return value;
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
}
