import { periodText } from '../../../domain/indicator/value-text.ts';
import { languageFacts, type Language } from '../../../lib/language.ts';

type Point = { x: number; y: number };
type Value = { value: number | null };

/** Positions of a series' points in a box, in parts: a missing value breaks the line. */
export type Spark = { parts: Point[][]; target: number | null };

const middle = 0.5;

export function sparkOf(series: readonly Value[], target: number | null, width: number, height: number): Spark {
  const values = series.flatMap(({ value }) => (value === null ? [] : [value]));
  const all = target === null ? values : [...values, target];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const yOf = (value: number) => height * (high === low ? middle : 1 - (value - low) / (high - low));
  const xOf = (index: number) => (series.length < 2 ? width * middle : (width * index) / (series.length - 1));
  const parts: Point[][] = [[]];
  series.forEach(({ value }, index) => {
    if (value === null) parts.push([]);
    else parts.at(-1)?.push({ x: xOf(index), y: yOf(value) });
  });
  return { parts: parts.filter((part) => part.length > 0), target: target === null ? null : yOf(target) };
}

type Period = { period: string | null; value: number | null };

/**
 * Indexes of the periods to label: all when they fit, else the first and the last. A period after a break is labelled
 * once.
 * @param fits how many labels fit side by side
 */
export function labelledAt(series: readonly Period[], fits: number): number[] {
  const named = series.flatMap(({ period, value }, index) =>
    value === null && period === series[index + 1]?.period ? [] : [index],
  );
  if (named.length <= Math.max(2, fits)) return named;
  return [named[0] ?? 0, named.at(-1) ?? 0];
}

/** Whether the last point's figure stands below it: on the side that the line leaves free. */
export const isBelowLast = (parts: readonly Point[][]): boolean => {
  const [before, last] = (parts.at(-1) ?? []).slice(-2);
  return before !== undefined && last !== undefined && before.y < last.y;
};

/** Height of a label, and the distance from a point to the baseline of a label above and below it. */
const text = { height: 4.8, above: 2.6, below: 6 } as const;

/** The baseline of a point's figure, moved beyond the target's line when the two would overlap. */
export function figureAt({ y }: Point, isBelow: boolean, target: number | null): number {
  const base = y + (isBelow ? text.below : -text.above);
  if (target === null || target < base - text.height || target > base + 1) return base;
  return target + (isBelow ? text.below : -text.above);
}

const sideStep = 0.5;
/** Distance at which two labels do not touch. */
const clear = 9;

/** The end of the target's line where its label is free of the series; null: neither. */
export function targetNamedAt(
  parts: readonly Point[][],
  target: number,
  width: number,
  own: number,
): 'start' | 'end' | null {
  const [top, bottom] = [target - text.above - text.height, target - 1];
  const isFree = (from: number, to: number) =>
    parts.every((part) =>
      part.every((point, index) => {
        const next = part[index + 1] ?? point;
        for (let x = point.x; x <= next.x; x += sideStep) {
          const y = next.x === point.x ? point.y : point.y + ((next.y - point.y) * (x - point.x)) / (next.x - point.x);
          if (x >= from && x <= to && y >= top && y <= bottom) return false;
        }
        return true;
      }),
    );
  const isFar = (mark: Point | undefined) => mark === undefined || Math.abs(mark.y - target) > clear;
  if (isFar(parts[0]?.[0]) && isFree(0, own)) return 'start';
  return isFar(parts.at(-1)?.at(-1)) && isFree(width - own, width) ? 'end' : null;
}

/** A period with a short month name. */
export function shortPeriod(period: string, language: Language): string {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(period)) return periodText(period, language);
  const form = new Intl.DateTimeFormat(languageFacts[language].locale, {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return form.format(new Date(`${period}-01T00:00:00Z`));
}
