import type { SnapshotRows } from './snapshot-rows.ts';
import { withCounts } from './snapshot-rows.ts';

export type ReopenedAnswers = {
  department: string;
  /** The indicators whose figures the department gave in the reopening. */
  indicators: ReadonlySet<string>;
};

/**
 * A round's further snapshot after a reopening: the former one, in which only what the reopened department has said is
 * new. What was edited meanwhile was not part of the round.
 */
export function replaceReopened(
  former: SnapshotRows,
  live: SnapshotRows,
  { department, indicators }: ReopenedAnswers,
): SnapshotRows {
  const now = new Map(live.measures.map((measure) => [measure.id, measure]));
  return withCounts({
    ...former,
    measures: former.measures.map((measure) => {
      const current = now.get(measure.id);
      const answer = current?.assignments.find((light) => light.department === department);
      const given = current?.figures.filter(({ indicator }) => indicators.has(indicator)) ?? [];
      return {
        ...measure,
        figures: measure.figures.map(
          (figure) => given.find(({ indicator }) => indicator === figure.indicator) ?? figure,
        ),
        assignments: measure.assignments.map((light) => {
          if (!answer || light.department !== department) return light;
          const { previous: _previous, isAsked: _isAsked, ...said } = answer;
          return { ...light, ...said };
        }),
      };
    }),
  });
}
