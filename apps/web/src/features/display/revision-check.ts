import type { OwnDisplay, ScreenScenes } from '@vointi/shared/display/contract.ts';
import type { Board } from '@vointi/shared/plan/contract.ts';

/** The newest revision of a plan that the stream sent. */
export type PlanRevision = { year: number; revision: number };
export const noRevision: PlanRevision = { year: 0, revision: 0 };

export const isSamePlan = ({ municipality, year }: Board, slug: string, planYear: number) =>
  municipality.slug === slug && year === planYear;

/** Whether a plan of that year replaces the room's plan: a room without a chosen plan shows the newest. */
export const isNewerPlan = ({ settings, year: current }: OwnDisplay, year: number): boolean =>
  settings.year === null && (current === null || year > current);

/**
 * Whether board and scenes have the newest known revision: another instance of the server may answer with an older one.
 * @param scenes null: they failed to load
 */
export function isUpToDate(newest: PlanRevision, board: Board, scenes: ScreenScenes | null): boolean {
  const revision = newest.year === board.year ? Math.max(newest.revision, board.revision) : board.revision;
  return scenes !== null && board.revision >= revision && scenes.plan.revision >= revision;
}

const seldomMs = 30_000;
/** Instances catch up within seconds; a failure is retried less eagerly. */
const firstMs = { older: 50, failed: 1000 } as const;

/** Milliseconds to the next request after older or missing data, doubling. @param times how often in a row */
export const retryDelayMs = (times: number, why: keyof typeof firstMs): number =>
  Math.min(seldomMs, firstMs[why] * 2 ** Math.min(times - 1, 20));
