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

/** The years that have room under the line: the first, the last, and every so many between. */
export function labelledAt(count: number, most: number): number[] {
  if (count <= most) return Array.from({ length: count }, (_, at) => at);
  return [0, count - 1];
}
