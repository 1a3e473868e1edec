import { type Cell, gridSize, isSmallCount, sums } from './suppress-cells.ts';

const isTold = (value: number) => value === 0 || isSmallCount(value);

/**
 * Whether a table of one time has every place once, and nothing small or zero in it or between its areas, nor people
 * of no known age or sex who are few: most tables are such, and there is nothing to solve.
 */
export function isPlain(cells: readonly Cell[]): boolean {
  if (cells.length % gridSize > 0 || cells.some(({ value }) => isTold(value))) return false;
  const areas = new Map<number, number[]>();
  for (const { area, grid, value } of cells) {
    const values = areas.get(area) ?? [];
    areas.set(area, values);
    values[grid] = value;
  }
  const tables = [...areas.values()];
  if (tables.length * gridSize !== cells.length || tables.some((values) => Object.keys(values).length < gridSize))
    return false;
  const isRestSmall = (values: readonly number[]) =>
    sums.some(([total = 0, ...parts]) => {
      const rest = parts.reduce((left, part) => left - (values[part] ?? 0), values[total] ?? 0);
      return rest > 0 && isSmallCount(rest);
    });
  const isBetweenSmall = (values: readonly number[], inner: readonly number[]) =>
    values.some((value, grid) => isTold(value - (inner[grid] ?? 0)));
  return !tables.some(
    (values, at) => isRestSmall(values) || tables.slice(0, at).some((inner) => isBetweenSmall(values, inner)),
  );
}
