import type { Board } from '@vointi/shared/plan/contract.ts';
import { memo } from 'react';
import type { BoardSearch } from '../board-search.ts';
import type { ChangeSearch } from '../use-board-search.ts';
import { CardsView } from './cards-view.tsx';
import { LightsView } from './lights-view.tsx';
import { MatrixView } from './matrix-view.tsx';
import { TableView } from './table-view.tsx';

type Props = { board: Board; search: BoardSearch; change: ChangeSearch };

/** The same measures in the form the reader wants. */
export const BoardView = memo(function BoardView({ board, search, change }: Props) {
  switch (search.view) {
    case 'cards':
      return <CardsView board={board} />;
    case 'lights':
      return <LightsView board={board} />;
    case 'table':
      return <TableView board={board} sort={search.sort} change={change} />;
    case 'matrix':
      return <MatrixView board={board} search={search} />;
  }
});
