import * as z from 'zod';
import type { Progress } from '@vointi/shared/measure/progress.ts';
import type { BoardAssignment, PlanHead } from '@vointi/shared/plan/contract.ts';
import { isCarried } from '@vointi/shared/measure/ages.ts';
import { ReportingFigure } from '@vointi/shared/report/contract.ts';
import { type AnswerCounts, answerStateOf, countAnswers } from '@vointi/shared/round/rules.ts';
import type { AnswerState } from '@vointi/shared/round/state.ts';
import { toBoardLight } from './board-light.ts';
import { type BoardRowMeasure, type BoardRows, StoredLight, StoredMeasure } from './board-query.ts';

/** An annual indicator of a measure, with its value for the plan's year. */
const SnapshotFigure = ReportingFigure.pick({
  indicator: true,
  name: true,
  kind: true,
  unit: true,
  decimals: true,
}).extend({ period: z.string(), value: z.union([z.number(), z.boolean(), z.string()]).nullable() });
export type SnapshotFigure = z.output<typeof SnapshotFigure>;

/** A measure of a round, as the database has it. */
export const RoundMeasure = StoredMeasure.extend({
  assignments: z.array(StoredLight.extend({ evidence: StoredLight.shape.note, confirmed: z.boolean() })),
  figures: z.array(SnapshotFigure),
});
type RoundMeasure = z.output<typeof RoundMeasure>;

/** What the database says of a round that is closed. */
export type RoundRows = Pick<BoardRows, 'head' | 'goals' | 'departments'> & { measures: RoundMeasure[] };

/** An assignment as it is kept. `isCarried` follows from its round and that of the snapshot. */
type SnapshotLight = Omit<BoardAssignment, 'isCarried' | 'isAsked'> & {
  evidence: BoardAssignment['note'];
  confirmed: boolean;
  onBehalfOf: string | null;
  isAsked: boolean;
  state: AnswerState;
};
type SnapshotMeasure<F> = Omit<BoardRowMeasure, 'assignments'> & { assignments: SnapshotLight[]; figures: F[] };

/**
 * A round as it is kept: what its board showed and what was said for it, by names and values and not by reference, so
 * that nothing done later to a department, a goal or an indicator changes it. `format` is for those who read it later.
 */
export type SnapshotRows = Pick<RoundRows, 'head' | 'goals' | 'departments'> & {
  format: 2;
  counts: AnswerCounts;
  /** The period of a figure is null where the first format did not keep it. */
  measures: SnapshotMeasure<Omit<SnapshotFigure, 'period'> & { period: string | null }>[];
};

/** The first format: it does not tell who gave a light, what was asked, and of which period a figure is. */
type FirstLight = Omit<SnapshotLight, 'origin' | 'isAsked' | 'previous'> & { previous: Progress | null };
export type FirstSnapshotRows = Omit<SnapshotRows, 'format' | 'head' | 'measures'> & {
  format: 1;
  head: Omit<PlanHead, 'rounds'>;
  hasEarlierRound: boolean;
  measures: (Omit<BoardRowMeasure, 'assignments'> & {
    assignments: FirstLight[];
    figures: Omit<SnapshotFigure, 'period'>[];
  })[];
};

export function toSnapshotRows({ measures, ...rows }: RoundRows): SnapshotRows {
  const { round } = rows.head;
  const kept = measures.map((measure) => ({
    ...measure,
    assignments: measure.assignments.map((light): SnapshotLight => {
      const { isCarried: isOld, isAsked = true, ...own } = toBoardLight(light, round?.slug ?? null);
      const { evidence, confirmed, onBehalfOf } = light;
      const answer = isOld ? null : { ...own, confirmed };
      return {
        ...own,
        evidence,
        confirmed,
        onBehalfOf,
        isAsked,
        state: answerStateOf(answer, round?.closesAt ?? null),
      };
    }),
  }));
  return withCounts({ format: 2, ...rows, measures: kept });
}

export const withCounts = (rows: Omit<SnapshotRows, 'counts'>): SnapshotRows => ({
  ...rows,
  counts: countAnswers(rows.measures.flatMap(({ assignments }) => assignments.map(({ state }) => state))),
});

/**
 * The first format in the shape of the present one. Whose a light is stays unsaid.
 * @param rounds the plan's rounds up to this one, which it did not keep; older copies do not tell when it was closed
 */
export function upgradeRows(rows: FirstSnapshotRows | SnapshotRows, rounds: PlanHead['rounds']): SnapshotRows {
  if (rows.format === 2) return rows;
  const { hasEarlierRound, head, measures, ...rest } = rows;
  return {
    ...rest,
    format: 2,
    head: { ...head, round: head.round && { ...head.round, closedAt: head.round.closedAt ?? null }, rounds },
    measures: measures.map(({ figures, assignments, ...measure }) => ({
      ...measure,
      figures: figures.map((figure) => ({ ...figure, period: null })),
      assignments: assignments.map(({ previous, ...light }) => ({
        ...light,
        origin: null,
        isAsked: true,
        ...(hasEarlierRound && { previous }),
      })),
    })),
  };
}

/** Its board, without what is not for everybody. */
export const boardRowsOf = ({ head, goals, departments, measures }: SnapshotRows) => ({
  head,
  goals,
  departments,
  measures: measures.map(({ figures: _figures, assignments, ...measure }) => ({
    ...measure,
    assignments: assignments.map(
      ({ evidence: _evidence, confirmed: _confirmed, onBehalfOf: _of, state: _state, isAsked, ...light }) => ({
        ...light,
        isCarried: isCarried(light, head.round?.slug ?? null),
        ...(!isAsked && { isAsked }),
      }),
    ),
  })),
});
