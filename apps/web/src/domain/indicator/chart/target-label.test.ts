import { describe, expect, it } from 'vitest';
import { placementOf } from './target-label.ts';

const model = (values: readonly number[], target: number) => {
  const points = values.map((value, at) => ({ period: String(2018 + at), at: 2018.5 + at, value, isUncertain: false }));
  return {
    periods: points,
    series: [{ key: 'a', who: { ageGroup: null, sex: null, area: 'municipality' as const }, segments: [points] }],
    targets: [{ period: '2029', at: 2029.5, value: target }],
  };
};
const of = (values: readonly number[], target: number) => placementOf(model(values, target), target);

describe('the label of a target', () => {
  it('takes the end that is free of figures, else the left', () => {
    expect(of([9.5, 11, 14, 15], 9)).toMatchObject({ side: 'Right' });
    expect(of([15, 14, 11, 9.5], 9)).toMatchObject({ side: 'Left' });
    expect(of([3], 9)).toMatchObject({ side: 'Left' });
  });

  it('moves below the line when figures are close above it and none below', () => {
    expect(of([9.5, 10, 9.8, 10], 9)).toMatchObject({ isBelow: false });
    expect(of([9.5, 20, 25, 9.5], 9)).toMatchObject({ isBelow: true });
    expect(of([9.5, 8.5, 25, 8.5], 9)).toMatchObject({ isBelow: false });
    // On the axis there is no space below it.
    expect(of([1, 20, 25, 1], 0)).toMatchObject({ isBelow: false });
  });
});
