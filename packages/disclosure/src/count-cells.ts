import { ageGroups } from '@vointi/shared/measure/progress.ts';
import type { IndicatorValue } from '@vointi/shared/indicator/contract.ts';
import { areas, sexes, smallestShown } from '@vointi/shared/indicator/kind.ts';
import { spanOf } from '@vointi/shared/indicator/period.ts';

export type CellKey = Pick<IndicatorValue, 'period' | 'ageGroup' | 'sex' | 'area'>;
export type Count = CellKey & { value: number };

/** One to four people. A zero is shown: it is about nobody. */
export const isSmallCount = (value: number): boolean => value !== 0 && Math.abs(value) < smallestShown;

const parts = ageGroups.filter((age) => age !== 'all_ages');
const kindsOfSex = sexes.length + 1;
/** Number of grid positions of one period and area: (everybody + age groups) × (both sexes + each sex). */
export const gridSize = (parts.length + 1) * kindsOfSex;
export const ageOf = (grid: number): number => Math.floor(grid / kindsOfSex);
export const sexOf = (grid: number): number => grid % kindsOfSex;

/** The sums within one period and area, as grid positions: the total first, then its parts. */
export const sums: readonly (readonly number[])[] = [
  ...Array.from({ length: kindsOfSex }, (_, sex) => [
    sex,
    ...parts.map((_age, index) => (index + 1) * kindsOfSex + sex),
  ]),
  ...Array.from({ length: parts.length + 1 }, (_, age) => [0, 1, 2].map((sex) => age * kindsOfSex + sex)),
];
const isPart = (grid: number) => ageOf(grid) > 0 && sexOf(grid) > 0;
/** Everybody as the sum of each sex of each age group: holds where no subtotals are published. */
export const cross: readonly number[] = [0, ...Array.from({ length: gridSize }, (_, grid) => grid).filter(isPart)];

export type Span = { from: number; to: number };

export type Cell = Span & {
  index: number;
  value: number;
  area: number;
  grid: number;
  period: string;
  isHidden: boolean;
};

/** A school year is written as two years (2022-2023) and lasts from August to July. */
const asSchoolYear = ({ from, to }: Span): Span => (to - from === 23 ? { from: from + 7, to: to - 5 } : { from, to });

/** The counts as cells of one table. A count without a period has a span of its own, outside all periods. */
export const cellsOf = (counts: readonly Count[], hidden: ReadonlySet<number>, isSchoolYear: boolean): Cell[] =>
  counts.map(({ period, ageGroup, sex, area, value }, index) => {
    const span = period === null ? { from: -1, to: -1 } : spanOf(period);
    const age = ageGroup === null || ageGroup === 'all_ages' ? 0 : parts.indexOf(ageGroup) + 1;
    return {
      ...(isSchoolYear ? asSchoolYear(span) : span),
      index,
      value,
      area: areas.indexOf(area),
      grid: age * kindsOfSex + (sex === null ? 0 : sexes.indexOf(sex) + 1),
      period: period ?? '',
      isHidden: hidden.has(index) || isSmallCount(value),
    };
  });

/** A total order, so that the same cells are hidden whatever order the values came in. */
export const byTime = (a: Cell, b: Cell): number =>
  a.from - b.from || a.to - b.to || a.area - b.area || a.grid - b.grid || a.value - b.value;
