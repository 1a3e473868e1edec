import { periodText } from '../../../domain/indicator/value-text.ts';
import { languageFacts, type Language } from '../../../lib/language.ts';

type Point = { x: number; y: number };
type Value = { value: number | null };

/** Where the points of a series stand in a box; a value that is known to be missing breaks the line. */
export type Spark = { parts: Point[][]; target: number | null };

const middle = 0.5;

export function sparkOf(series: readonly Value[], target: number | null, width: number, height: number): Spark {
  const values = series.flatMap(({ value }) => (value === null ? [] : [value]));
  const all = target === null ? values : [...values, target];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const yOf = (value: number) => height * (high === low ? middle : 1 - (value - low) / (high - low));
  const xOf = (at: number) => (series.length < 2 ? width * middle : (width * at) / (series.length - 1));
  const parts: Point[][] = [[]];
  series.forEach(({ value }, at) => {
    if (value === null) parts.push([]);
    else parts.at(-1)?.push({ x: xOf(at), y: yOf(value) });
  });
  return { parts: parts.filter((part) => part.length > 0), target: target === null ? null : yOf(target) };
}

type Period = { period: string | null; value: number | null };

/**
 * Which periods have room under the line: all of them where they are few and short, else the first and the last. A
 * break in a series stands at the period that follows it, which is named once.
 * @param fits how many texts of that length go beside each other
 */
export function labelledAt(series: readonly Period[], fits: number): number[] {
  const named = series.flatMap(({ period, value }, at) =>
    value === null && period === series[at + 1]?.period ? [] : [at],
  );
  if (named.length <= Math.max(2, fits)) return named;
  return [named[0] ?? 0, named.at(-1) ?? 0];
}

/** On which side of the last mark its figure stands: on that which the line does not come from. */
export const isBelowLast = (parts: readonly Point[][]): boolean => {
  const [before, last] = (parts.at(-1) ?? []).slice(-2);
  return before !== undefined && last !== undefined && before.y < last.y;
};

/** How high a text is, and how far the middle of a mark stands from the base of one above it and of one below. */
const text = { height: 4.8, above: 2.6, below: 6 } as const;

/** The base of a mark's figure, above or below it, and beyond the target's line where that would go through it. */
export function figureAt({ y }: Point, isBelow: boolean, target: number | null): number {
  const base = y + (isBelow ? text.below : -text.above);
  if (target === null || target < base - text.height || target > base + 1) return base;
  return target + (isBelow ? text.below : -text.above);
}

const sideStep = 0.5;
/** Two texts so far apart do not touch. */
const clear = 9;

/** At which end of its line the target is named, so that nothing else goes through the word; null: at neither. */
export function targetNamedAt(
  parts: readonly Point[][],
  target: number,
  width: number,
  own: number,
): 'start' | 'end' | null {
  const [top, bottom] = [target - text.above - text.height, target - 1];
  const isFree = (from: number, to: number) =>
    parts.every((part) =>
      part.every((point, at) => {
        const next = part[at + 1] ?? point;
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

/** A period as it is written where there is little room: months without their endings. */
export function shortPeriod(period: string, language: Language): string {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(period)) return periodText(period, language);
  const form = new Intl.DateTimeFormat(languageFacts[language].locale, {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return form.format(new Date(`${period}-01T00:00:00Z`));
}
