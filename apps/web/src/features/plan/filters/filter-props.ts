import type { Board } from '@vointi/shared/plan/contract.ts';
import type { Facets } from '@vointi/shared/plan/filter.ts';
import type { BoardSearch } from '../board-search.ts';
import type { ChangeSearch } from '../use-board-search.ts';

/** Props of every filter. `board` is unfiltered and gives the options; `facets` count what each would show. */
export type FilterProps = { board: Board; facets: Facets; search: BoardSearch; change: ChangeSearch };
