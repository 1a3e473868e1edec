import { ageOf, type Cell, gridSize, sexOf, type Span } from './suppress-cells.ts';

/** How many people of each smallest group that a table tells apart are in a sum. */
export type Vector = Float64Array;

type Where = Span & { area: number; grid: number };
export type Atoms = { size: number; times: readonly Span[]; vectorOf: (where: Where) => Vector };

const range = (length: number) => Array.from({ length }, (_, at) => at);

/**
 * The smallest groups that the cells tell apart: times between the ends of periods, areas without those within them,
 * age groups and sexes. A cell is the sum of some of them.
 */
export function atomsOf(cells: readonly Cell[]): Atoms {
  const ends = [...new Set(cells.flatMap(({ from, to }) => [from, to + 1]))].toSorted((a, b) => a - b);
  const times = ends.slice(1).map((end, at) => ({ from: ends[at] ?? end, to: end - 1 }));
  const areaCount = 1 + Math.max(...cells.map(({ area }) => area));
  const ages = cells.some(({ grid }) => ageOf(grid) > 0) ? [1, 2, 3] : [0];
  const sexes = cells.some(({ grid }) => sexOf(grid) > 0) ? [1, 2] : [0];
  const groups = ages.flatMap((age) => sexes.map((sex) => ({ age, sex })));
  const size = times.length * areaCount * groups.length;
  const ofGrid = range(gridSize).map((grid) => {
    const [age, sex] = [ageOf(grid), sexOf(grid)];
    return range(groups.length).filter((at) => {
      const group = groups[at];
      return group && (age === 0 || group.age === age) && (sex === 0 || group.sex === sex);
    });
  });
  return {
    size,
    times,
    vectorOf: ({ from, to, area, grid }) => {
      const vector = new Float64Array(size);
      for (let time = ends.indexOf(from); time < times.length && (ends[time] ?? 0) <= to; time += 1)
        for (let within = 0; within <= area; within += 1)
          for (const at of ofGrid[grid] ?? []) vector[(time * areaCount + within) * groups.length + at] = 1;
      return vector;
    },
  };
}
