import type { Progress, Status } from '../measure/progress.ts';

type Light = { department: string; progress: Progress | null; previous: Progress | null };
type Measure = { code: string; status: Status; previousStatus: Status | null; assignments: readonly Light[] };

export type MeasureChange<M extends Measure> = { goal: string; measure: M; from: Status; to: Status };

/** Measures whose status differs from the previous round, in the order of the plan. */
export const changesOf = <M extends Measure>(board: {
  goals: readonly { slug: string; measures: readonly M[] }[];
}): MeasureChange<M>[] =>
  board.goals.flatMap(({ slug, measures }) =>
    measures.flatMap((measure) => {
      const { previousStatus: from, status: to } = measure;
      return from === null || from === to ? [] : [{ goal: slug, measure, from, to }];
    }),
  );
