import * as z from 'zod';
import { BoardAssignment } from '@vointi/shared/plan/contract.ts';
import { ReportingFigure } from '@vointi/shared/report/contract.ts';
import { type AnswerCounts, answerStateOf, countAnswers } from '@vointi/shared/round/rules.ts';
import type { AnswerState } from '@vointi/shared/round/state.ts';
import { type BoardRows, MeasureRow } from './board-query.ts';

const Said = BoardAssignment.extend({
  evidence: BoardAssignment.shape.note,
  confirmed: z.boolean(),
  onBehalfOf: z.string().nullable(),
  /** The round that it was said in: an earlier one where the department is silent in this. */
  round: z.string().nullable(),
});
type Said = z.output<typeof Said>;

/** An annual indicator of a measure, with its value for the plan's year. */
const SnapshotFigure = ReportingFigure.pick({
  indicator: true,
  name: true,
  kind: true,
  unit: true,
  decimals: true,
}).extend({ value: z.union([z.number(), z.boolean(), z.string()]).nullable() });
export type SnapshotFigure = z.output<typeof SnapshotFigure>;

/** A measure of a round, as the database has it. */
export const RoundMeasure = MeasureRow.extend({ assignments: z.array(Said), figures: z.array(SnapshotFigure) });
type RoundMeasure = z.output<typeof RoundMeasure>;
type Measure<A> = Omit<RoundMeasure, 'assignments'> & { assignments: A[] };

/** What the database says of a round that is closed. */
export type RoundRows = Pick<BoardRows, 'head' | 'hasEarlierRound' | 'goals' | 'departments'> & {
  measures: RoundMeasure[];
};

/**
 * A round as it is kept: what its board showed and what was said for it, by names and values and not by reference, so
 * that nothing done later to a department, a goal or an indicator changes it. `format` is for those who read it later.
 */
export type SnapshotRows = Pick<RoundRows, 'head' | 'hasEarlierRound' | 'goals' | 'departments'> & {
  format: 1;
  counts: AnswerCounts;
  measures: Measure<Said & { state: AnswerState }>[];
};

export function toSnapshotRows({ measures, ...rows }: RoundRows): SnapshotRows {
  const { round } = rows.head;
  const marked = measures.map((measure) => ({
    ...measure,
    assignments: measure.assignments.map((said) => ({
      ...said,
      state: answerStateOf(said.round === round?.slug ? said : null, round?.closesAt ?? null),
    })),
  }));
  const states = marked.flatMap(({ assignments }) => assignments.map(({ state }) => state));
  return { format: 1, ...rows, counts: countAnswers(states), measures: marked };
}

/** Its board, without what is not for everybody. Older copies do not tell when the round was closed. */
export const boardRowsOf = ({ head, hasEarlierRound, goals, departments, measures }: SnapshotRows) => ({
  head: { ...head, round: head.round && { ...head.round, closedAt: head.round.closedAt ?? null } },
  hasEarlierRound,
  goals,
  departments,
  measures: measures.map(({ figures: _figures, assignments, ...measure }) => ({
    ...measure,
    assignments: assignments.map(({ department, progress, note, reportedAt, previous }) => ({
      department,
      progress,
      note,
      reportedAt,
      previous,
    })),
  })),
});
