import { describe, expect, it } from 'vitest';
import { sideOf } from './target-label.ts';

const model = (values: readonly number[]) => {
  const points = values.map((value, at) => ({ period: String(2018 + at), at: 2018.5 + at, value, isUncertain: false }));
  return {
    periods: points,
    series: [{ key: 'a', who: { ageGroup: null, sex: null, area: 'municipality' as const }, segments: [points] }],
  };
};

describe('the words of a target', () => {
  it('stand where the figures keep away from it', () => {
    expect(sideOf(model([9.5, 11, 14, 15]), 9)).toBe('right');
    expect(sideOf(model([15, 14, 11, 9.5]), 9)).toBe('left');
    expect(sideOf(model([20, 5, 30, 12]), 10)).toBe('left');
  });

  it('stand at the left where it makes no difference', () => {
    expect(sideOf(model([3]), 9)).toBe('left');
    expect(sideOf(model([]), 9)).toBe('left');
  });
});
