import type { ScreenScenes } from '@vointi/shared/display/contract.ts';
import type { Board } from '@vointi/shared/plan/contract.ts';

/** The newest revision of a plan that was told of. */
export type PlanRevision = { year: number; revision: number };
export const noRevision: PlanRevision = { year: 0, revision: 0 };

export const isSamePlan = ({ municipality, year }: Board, slug: string, wanted: number) =>
  municipality.slug === slug && year === wanted;

/**
 * Whether a plan and what its scenes need besides are as new as was told, and as each other: another instance may not
 * have heard yet. Null: what the scenes need could not be had.
 */
export function isUpToDate(told: PlanRevision, board: Board, scenes: ScreenScenes | null): boolean {
  const wanted = told.year === board.year ? Math.max(told.revision, board.revision) : board.revision;
  return scenes !== null && board.revision >= wanted && scenes.plan.revision >= wanted;
}

const seldomMs = 30_000;
/** Another instance hears within seconds; what failed is not asked for as eagerly. */
const firstMs = { older: 50, failed: 1000 } as const;

/** When to ask again for what was not the newest: soon, then less and less so. @param times how often it was not */
export const retryDelayMs = (times: number, why: keyof typeof firstMs): number =>
  Math.min(seldomMs, firstMs[why] * 2 ** Math.min(times - 1, 20));
