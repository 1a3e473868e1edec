type Point = { x: number; y: number };
type Value = { value: number | null };

/** Where the marks of a series stand in a box; a value that is known to be missing breaks the line. */
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
