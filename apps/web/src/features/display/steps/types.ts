import type { MeasureChange } from '@vointi/shared/display/changes.ts';
import type { ScreenScenes } from '@vointi/shared/display/contract.ts';
import type { Board, BoardGoal, BoardMeasure } from '@vointi/shared/plan/contract.ts';
import type { Status } from '@vointi/shared/measure/progress.ts';
import type { Localizer } from '../../../lib/text.tsx';

/** The data of a screen. `scenes` may load later than the board, or not at all. */
export type ScreenData = { board: Board; scenes: ScreenScenes | null };

/** Texts that both the layout and the drawing need. */
export type ScreenTexts = {
  localize: Localizer;
  /** A status in lower case: "etenee". */
  status: (status: Status) => string;
  changesTitle: string;
  /** Differs when the round's last day has passed. */
  lateTitle: (round: { isLate: boolean; count: number }) => string;
};

/** `isLate`: the round's last day has passed, by the server's clock; `reserved`: height of the banner. */
export type LayoutOptions = { isLate: boolean; reserved: number };

type Page = { page: number; pages: number };
/** A headline, shortened to fit, and its number of lines. */
export type Headline = { text: string; lines: number };

export type GoalLights = { goal: BoardGoal; measures: BoardMeasure[] };
type ListPage<R> = Page & { headline: Headline; size: number; rows: R[] };
export type Answering = NonNullable<ScreenScenes['answers']>['departments'][number];

/** One page of one scene. Its key stays over changes of the data, so that the show keeps its position. */
export type Step = { key: string; goal: string | null } & (
  | ({ scene: 'plan'; light: number; rows: GoalLights[] } & Page)
  | ({ scene: 'goals'; of: BoardGoal } & ListPage<BoardMeasure>)
  | ({ scene: 'changes'; count: number } & ListPage<MeasureChange<BoardMeasure>>)
  | ({ scene: 'indicators'; indicator: ScreenScenes['indicators'][number]; headline: Headline; height: number } & Page)
  | ({ scene: 'late'; answers: NonNullable<ScreenScenes['answers']> } & ListPage<Answering>)
  | ({ scene: 'findings'; finding: ScreenScenes['findings'][number]; size: number; text: string } & Page)
  | ({ scene: 'empty' } & Page)
);
export type StepOf<S extends Step['scene']> = Extract<Step, { scene: S }>;
