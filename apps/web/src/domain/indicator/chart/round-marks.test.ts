import { describe, expect, it } from 'vitest';
import { roundsIn, spanOf } from './round-marks.ts';

const over = (...at: number[]) => ({ periods: at.map((one) => ({ period: String(Math.floor(one)), at: one })) });
const closed = (at: number) => ({ name: `Kierros ${at}`, at });

describe('the rounds that a chart marks', () => {
  it('includes those of its time span and of the year after it', () => {
    const rounds = [2013.9, 2016.2, 2025.4, 2026.8, 2027.4].map(closed);
    expect(roundsIn(over(2014.5, 2025.5), rounds).map(({ at }) => at)).toEqual([2016.2, 2025.4, 2026.8]);
  });
  it('leaves out rounds of another time, so that the legend mentions no missing mark', () => {
    expect(roundsIn(over(2024.5), [closed(2026.9)])).toEqual([]);
  });
  it('leaves space at both ends of a single figure', () => {
    expect(spanOf(over(2024.5))).toEqual({ from: 2024.15, to: 2024.85, span: 0.35 });
  });
});
