import type { Board } from '@vointi/shared/plan/contract.ts';
import type { BoardFilter } from '@vointi/shared/plan/filter-fields.ts';
import type { AnswerBytes } from './answer-bytes.ts';

/** One plan's board, in memory until the plan changes. */
export type CachedBoard = {
  key: string;
  planId: string;
  isPublic: boolean;
  revision: number;
  bytes: AnswerBytes;
  index: { readonly board: Board; filter: (filter: BoardFilter) => Board };
};

/** The boards in memory, by municipality and year. `features/plan` implements it. */
export type Boards = {
  /** Since when the database has not answered; undefined while it does. */
  readonly staleSince: Date | undefined;
  /** The board in memory if it is known to be current. Does not read the database. */
  peek: (slug: string, year: number) => CachedBoard | undefined;
  /** The board of a published plan, or null when there is none. */
  get: (slug: string, year: number) => Promise<CachedBoard | null>;
  /** Makes the next request read the municipality's boards again, without waiting for the notification. */
  forget: (slug: string) => void;
};
