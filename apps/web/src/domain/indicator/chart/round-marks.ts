import type { ChartModel } from './model.ts';

export type RoundMark = { name: string; at: number };

const edge = 0.35;

/** The time span of the chart, with space at both ends. */
export function spanOf({ periods }: Pick<ChartModel, 'periods'>): { from: number; to: number; span: number } {
  const [first, last] = [periods[0]?.at ?? 0, periods.at(-1)?.at ?? 0];
  const span = Math.max(edge, (last - first) * 0.03);
  return { from: first - span, to: last + span, span };
}

/** The rounds to mark: within the time span, and in the year after the last figure. */
export function roundsIn(model: Pick<ChartModel, 'periods'>, rounds: readonly RoundMark[]): readonly RoundMark[] {
  const { from, to } = spanOf(model);
  return rounds.filter(({ at }) => at >= from && at <= to + 1);
}
