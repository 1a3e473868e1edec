import { expect, it } from 'vitest';
import { type Count, isSmallCount } from '@vointi/disclosure/count-cells.ts';
import { SuppressionCache } from './suppression-cache.ts';

const count = (value: number, period = '2023'): Count => ({
  period,
  ageGroup: null,
  sex: null,
  area: 'municipality',
  value,
});
function countingCache() {
  const solved: number[] = [];
  const cache = new SuppressionCache((counts) => {
    solved.push(counts[0]?.value ?? 0);
    return counts.flatMap(({ value }, at) => (isSmallCount(value) ? [at] : []));
  });
  return { solved, cache };
}

it('solves a table once, and again when one of its counts changes', () => {
  const { solved, cache } = countingCache();
  const [many, few] = [count(9), count(3, '2022')];
  for (const counts of [
    [many, few],
    [{ ...many }, { ...few }],
  ])
    expect(counts.map(cache.hiddenIn(counts))).toEqual([false, true]);
  expect(solved).toEqual([9]);
  expect([many].map(cache.hiddenIn([many, { ...few, value: 30 }]))).toEqual([false]);
  expect([{ ...few, value: 30 }].map(cache.hiddenIn([many, { ...few, value: 30 }]))).toEqual([false]);
  expect(solved).toEqual([9, 9]);
});

it('drops the table that was read longest ago', () => {
  const { solved, cache } = countingCache();
  for (let value = 0; value < 2000; value += 1) cache.hiddenIn([count(value)]);
  cache.hiddenIn([count(0)]);
  cache.hiddenIn([count(2000)]);
  expect(solved).toHaveLength(2001);
  cache.hiddenIn([count(0)]);
  expect(solved).toHaveLength(2001);
  cache.hiddenIn([count(1)]);
  expect(solved).toHaveLength(2002);
});
