import type { Progress, Status } from '../measure/progress.ts';
import { comparedStatusOf } from '../measure/status.ts';

type Light = {
  department: string;
  progress: Progress | null;
  isCarried: boolean;
  previous?: Progress | null | undefined;
};
type Measure = { code: string; assignments: readonly Light[] };

export type MeasureChange<M extends Measure> = { goal: string; measure: M; from: Status; to: Status };

/** Measures whose status differs from the former round, in the order of the plan. */
export const changesOf = <M extends Measure>(board: {
  goals: readonly { slug: string; measures: readonly M[] }[];
}): MeasureChange<M>[] =>
  board.goals.flatMap(({ slug, measures }) =>
    measures.flatMap((measure) => {
      const compared = comparedStatusOf(measure);
      if (!compared || compared.before === compared.now) return [];
      return [{ goal: slug, measure, from: compared.before, to: compared.now }];
    }),
  );
