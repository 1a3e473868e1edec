import { expect, it } from 'vitest';
import { type Count, isSmallCount } from '@vointi/shared/indicator/suppress-cells.ts';
import { HiddenMemory } from './hidden-memory.ts';

const count = (value: number, period = '2023'): Count => ({
  period,
  ageGroup: null,
  sex: null,
  area: 'municipality',
  value,
});
function counting() {
  const asked: number[] = [];
  const memory = new HiddenMemory((counts) => {
    asked.push(counts[0]?.value ?? 0);
    return counts.flatMap(({ value }, at) => (isSmallCount(value) ? [at] : []));
  });
  return { asked, memory };
}

it('finds what is hidden of a table once, and again when one of its counts is another', () => {
  const { asked, memory } = counting();
  const [many, few] = [count(9), count(3, '2022')];
  for (const counts of [
    [many, few],
    [{ ...many }, { ...few }],
  ])
    expect(counts.map(memory.hiddenIn(counts))).toEqual([false, true]);
  expect(asked).toEqual([9]);
  expect([many].map(memory.hiddenIn([many, { ...few, value: 30 }]))).toEqual([false]);
  expect([{ ...few, value: 30 }].map(memory.hiddenIn([many, { ...few, value: 30 }]))).toEqual([false]);
  expect(asked).toEqual([9, 9]);
});

it('forgets the table that was asked for longest ago', () => {
  const { asked, memory } = counting();
  for (let value = 0; value < 2000; value += 1) memory.hiddenIn([count(value)]);
  memory.hiddenIn([count(0)]);
  memory.hiddenIn([count(2000)]);
  expect(asked).toHaveLength(2001);
  memory.hiddenIn([count(0)]);
  expect(asked).toHaveLength(2001);
  memory.hiddenIn([count(1)]);
  expect(asked).toHaveLength(2002);
});
