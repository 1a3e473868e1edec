import { ageOf, type Cell, gridSize, sexOf, type Span } from './suppress-cells.ts';

/** The smallest groups that a sum is of, in order. */
export type Vector = readonly number[];

export type Where = Span & { area: number; grid: number };
export type Atoms = { size: number; times: readonly Span[]; vectorOf: (where: Where) => Vector };

const range = (length: number) => Array.from({ length }, (_, at) => at);

/** Groups of ages and sexes, and which of them a place is of. */
function groupsOf(hasAges: boolean, hasSexes: boolean): { count: number; ofGrid: readonly Vector[] } {
  const groups = (hasAges ? [1, 2, 3] : [0]).flatMap((age) => (hasSexes ? [1, 2] : [0]).map((sex) => ({ age, sex })));
  const ofGrid = range(gridSize).map((grid) => {
    const [age, sex] = [ageOf(grid), sexOf(grid)];
    return range(groups.length).filter((at) => {
      const group = groups[at];
      return group && (age === 0 || group.age === age) && (sex === 0 || group.sex === sex);
    });
  });
  return { count: groups.length, ofGrid };
}
const groupings = [false, true].map((hasAges) => [false, true].map((hasSexes) => groupsOf(hasAges, hasSexes)));

/**
 * The smallest groups that the cells tell apart: times between the ends of periods, areas without those within them,
 * age groups and sexes. A cell is the sum of some of them.
 */
export function atomsOf(cells: readonly Cell[]): Atoms {
  const ends = [...new Set(cells.flatMap(({ from, to }) => [from, to + 1]))].toSorted((a, b) => a - b);
  const times = ends.slice(1).map((end, at) => ({ from: ends[at] ?? end, to: end - 1 }));
  const timeAt = new Map(ends.map((end, at) => [end, at]));
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
          for (const at of ofGrid[grid] ?? []) vector.push((time * areaCount + within) * count + at);
      return vector;
    },
  };
}

/** Without the groups that nobody is in: what is known to be zero is no part of a sum. */
export const withoutZeros = ({ vectorOf, ...atoms }: Atoms, zeros: ReadonlySet<number>): Atoms =>
  zeros.size === 0
    ? { ...atoms, vectorOf }
    : { ...atoms, vectorOf: (where) => vectorOf(where).filter((at) => !zeros.has(at)) };
