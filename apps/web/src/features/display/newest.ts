import type { Board } from '@vointi/shared/plan/contract.ts';

/** The newest revision of a plan that was told of. */
export type Told = { year: number; revision: number };
export const nothingTold: Told = { year: 0, revision: 0 };

export const isSamePlan = ({ municipality, year }: Board, slug: string, wanted: number) =>
  municipality.slug === slug && year === wanted;

/** Whether a plan is as new as was told: another instance may not have heard yet. */
export const isNewest = (told: Told, board: Board): boolean =>
  told.year !== board.year || board.revision >= told.revision;

const seldomMs = 30_000;
const firstMs = 50;

/** When to ask again for what was not the newest: soon, then less and less so. @param times how often it was not */
export const againAfterMs = (times: number): number => Math.min(seldomMs, firstMs * 2 ** Math.min(times - 1, 20));
