import { ageOf, type Cell, gridSize, sexOf, type Span } from './count-cells.ts';

/** The elementary cells that a sum consists of, as ascending numbers. */
export type Vector = readonly number[];

export type CellRange = Span & { area: number; grid: number };
export type ElementaryCells = { size: number; times: readonly Span[]; vectorOf: (where: CellRange) => Vector };

const range = (length: number) => Array.from({ length }, (_, index) => index);

/** The groups of age and sex, and which of them each grid position consists of. */
function groupsOf(hasAges: boolean, hasSexes: boolean): { count: number; ofGrid: readonly Vector[] } {
  const groups = (hasAges ? [1, 2, 3] : [0]).flatMap((age) => (hasSexes ? [1, 2] : [0]).map((sex) => ({ age, sex })));
  const ofGrid = range(gridSize).map((grid) => {
    const [age, sex] = [ageOf(grid), sexOf(grid)];
    return range(groups.length).filter((index) => {
      const group = groups[index];
      return group && (age === 0 || group.age === age) && (sex === 0 || group.sex === sex);
    });
  });
  return { count: groups.length, ofGrid };
}
const groupings = [false, true].map((hasAges) => [false, true].map((hasSexes) => groupsOf(hasAges, hasSexes)));

/**
 * The elementary cells are the smallest groups that the published cells tell apart: the time between two ends of
 * periods, an area without the areas inside it, an age group, a sex. Every published cell is a sum of some of them.
 */
export function elementaryCellsOf(cells: readonly Cell[]): ElementaryCells {
  const ends = [...new Set(cells.flatMap(({ from, to }) => [from, to + 1]))].toSorted((a, b) => a - b);
  const times = ends.slice(1).map((end, index) => ({ from: ends[index] ?? end, to: end - 1 }));
  const timeAt = new Map(ends.map((end, index) => [end, index]));
  const areaCount = cells.reduce((most, { area }) => Math.max(most, area + 1), 1);
  const hasAges = cells.some(({ grid }) => ageOf(grid) > 0);
  const hasSexes = cells.some(({ grid }) => sexOf(grid) > 0);
  const { count, ofGrid } = groupings[Number(hasAges)]?.[Number(hasSexes)] ?? groupsOf(hasAges, hasSexes);
  return {
    size: times.length * areaCount * count,
    times,
    vectorOf: ({ from, to, area, grid }) => {
      const vector: number[] = [];
      const end = timeAt.get(to + 1) ?? 0;
      for (let time = timeAt.get(from) ?? end; time < end; time += 1)
        for (let within = 0; within <= area; within += 1)
          for (const index of ofGrid[grid] ?? []) vector.push((time * areaCount + within) * count + index);
      return vector;
    },
  };
}

/** Leaves out elementary cells that are known to be zero: they change no sum. */
export const withoutEmptyCells = (
  { vectorOf, ...elementary }: ElementaryCells,
  zeros: ReadonlySet<number>,
): ElementaryCells =>
  zeros.size === 0
    ? { ...elementary, vectorOf }
    : { ...elementary, vectorOf: (where) => vectorOf(where).filter((index) => !zeros.has(index)) };
