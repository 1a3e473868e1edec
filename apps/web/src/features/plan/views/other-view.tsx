import type { Board } from '@vointi/shared/plan/contract.ts';
import type { BoardSearch } from '../board-search.ts';
import type { ChangeSearch } from '../use-board-search.ts';
import { LightsView } from './lights-view.tsx';
import { MatrixView } from './matrix-view.tsx';
import { TableView } from './table-view.tsx';

type Props = { board: Board; search: BoardSearch; change: ChangeSearch };

/** The views other than the cards, in one chunk: each alone is too small to be worth a request. */
export function OtherView({ board, search, change }: Props) {
  if (search.view === 'lights') return <LightsView board={board} />;
  if (search.view === 'matrix') return <MatrixView board={board} search={search} />;
  return <TableView board={board} sort={search.sort} change={change} />;
}
