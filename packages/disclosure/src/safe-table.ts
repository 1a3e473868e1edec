import { type Cell, gridSize, isSmallCount, sums } from './count-cells.ts';

const isRevealing = (value: number) => value === 0 || isSmallCount(value);

/**
 * Whether a table of one period needs no solving: every grid position occurs once, and nothing small or zero is in it,
 * between its areas, or left over beside its parts. Most tables are such.
 */
export function isSafeTable(cells: readonly Cell[]): boolean {
  if (cells.length % gridSize > 0 || cells.some(({ value }) => isRevealing(value))) return false;
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
    values.some((value, grid) => isRevealing(value - (inner[grid] ?? 0)));
  return !tables.some(
    (values, index) => isRestSmall(values) || tables.slice(0, index).some((inner) => isBetweenSmall(values, inner)),
  );
}
