import { ageGroups } from '../measure/progress.ts';
import type { IndicatorValue } from './contract.ts';
import { areas, sexes, smallestShown } from './kind.ts';
import { spanOf } from './period.ts';

export type Place = Pick<IndicatorValue, 'period' | 'ageGroup' | 'sex' | 'area'>;
export type Count = Place & { value: number };

/** One to four people. Nobody is nobody's secret: a zero is shown. */
export const isSmallCount = (value: number): boolean => value !== 0 && Math.abs(value) < smallestShown;

const parts = ageGroups.filter((age) => age !== 'all_ages');
const kindsOfSex = sexes.length + 1;
/** Places of one period and area: everybody and each age group, of both sexes and of each. */
export const gridSize = (parts.length + 1) * kindsOfSex;
export const ageOf = (grid: number): number => Math.floor(grid / kindsOfSex);
export const sexOf = (grid: number): number => grid % kindsOfSex;

/** What adds up to what within a period and area: the total first, then its parts. */
export const sums: readonly (readonly number[])[] = [
  ...Array.from({ length: kindsOfSex }, (_, sex) => [sex, ...parts.map((_age, at) => (at + 1) * kindsOfSex + sex)]),
  ...Array.from({ length: parts.length + 1 }, (_, age) => [0, 1, 2].map((sex) => age * kindsOfSex + sex)),
];
const isPart = (grid: number) => ageOf(grid) > 0 && sexOf(grid) > 0;
/** Everybody as the sum of each sex of each age group, where no totals stand between. */
export const cross: readonly number[] = [0, ...Array.from({ length: gridSize }, (_, grid) => grid).filter(isPart)];

export type Span = { from: number; to: number };

export type Cell = Span & { at: number; value: number; area: number; grid: number; period: string; isHidden: boolean };

/** A school year is written as two years and lasts from August to July. */
const asSchoolYear = ({ from, to }: Span): Span => (to - from === 23 ? { from: from + 7, to: to - 5 } : { from, to });

/** The counts as cells of one table. What has no period is beside all periods. */
export const cellsOf = (counts: readonly Count[], hidden: ReadonlySet<number>, isSchoolYear: boolean): Cell[] =>
  counts.map(({ period, ageGroup, sex, area, value }, at) => {
    const span = period === null ? { from: -1, to: -1 } : spanOf(period);
    const age = ageGroup === null || ageGroup === 'all_ages' ? 0 : parts.indexOf(ageGroup) + 1;
    return {
      ...(isSchoolYear ? asSchoolYear(span) : span),
      at,
      value,
      area: areas.indexOf(area),
      grid: age * kindsOfSex + (sex === null ? 0 : sexes.indexOf(sex) + 1),
      period: period ?? '',
      isHidden: hidden.has(at) || isSmallCount(value),
    };
  });

/** By time, and always the same whatever order the values came in: what is hidden of them is too. */
export const byPlace = (a: Cell, b: Cell): number =>
  a.from - b.from || a.to - b.to || a.area - b.area || a.grid - b.grid || a.value - b.value;
