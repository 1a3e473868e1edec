import type { Board } from '@vointi/shared/plan/contract.ts';
import { lazy, memo, Suspense } from 'react';
import { Skeleton } from '../../../ui/skeleton.tsx';
import type { BoardSearch } from '../board-search.ts';
import type { ChangeSearch } from '../use-board-search.ts';
import { CardsView } from './cards-view.tsx';

// Most readers stay with the cards; the other forms come when they are asked for.
const otherViews = () => import('./other-views.ts');
const LightsView = lazy(async () => ({ default: (await otherViews()).LightsView }));
const TableView = lazy(async () => ({ default: (await otherViews()).TableView }));
const MatrixView = lazy(async () => ({ default: (await otherViews()).MatrixView }));

/** Fetched in a quiet moment, so that changing the view and printing wait for nothing. */
export const warmViews = () => void otherViews().catch(() => {});

type Props = { whole: Board; board: Board; search: BoardSearch; change: ChangeSearch };

/** The same measures in the form the reader wants. */
export const BoardView = memo(function BoardView({ whole, board, search, change }: Props) {
  if (search.view === 'cards') return <CardsView whole={whole} shown={board} />;
  return (
    <Suspense fallback={<Skeleton height="40rem" />}>
      {search.view === 'lights' && <LightsView board={board} />}
      {search.view === 'table' && <TableView board={board} sort={search.sort} change={change} />}
      {search.view === 'matrix' && <MatrixView board={board} search={search} />}
    </Suspense>
  );
});
