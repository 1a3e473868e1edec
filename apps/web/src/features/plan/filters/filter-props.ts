import type { Board } from '@vointi/shared/plan/contract.ts';
import type { Facets } from '@vointi/shared/plan/filter.ts';
import type { BoardSearch } from '../board-search.ts';
import type { ChangeSearch } from '../use-board-search.ts';

/** What every filter gets: the whole board's options, how many each would show, what holds, how to change it. */
export type FilterProps = { board: Board; facets: Facets; search: BoardSearch; change: ChangeSearch };
