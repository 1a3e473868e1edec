import type { Board } from '@vointi/shared/plan/contract.ts';
import { createElement, memo, Suspense, use, type ComponentProps } from 'react';
import { Skeleton } from '../../../ui/skeleton.tsx';
import type { BoardSearch } from '../board-search.ts';
import type { ChangeSearch } from '../use-board-search.ts';
import { CardsView } from './cards-view.tsx';
import type { OtherView } from './other-view.tsx';

// Most readers stay with the cards; the other forms come when they are asked for.
let found: typeof OtherView | undefined;
let coming: Promise<typeof OtherView> | undefined;

async function fetchOther(): Promise<typeof OtherView> {
  try {
    found = (await import('./other-view.tsx')).OtherView;
    return found;
  } catch (error) {
    coming = undefined;
    throw error;
  }
}

const other = () => (coming ??= fetchOther());

/** Fetched in a quiet moment, so that changing the view and printing wait for nothing. */
export const warmViews = () => void other().catch(() => {});

type Props = { whole: Board; board: Board; search: BoardSearch; isPrinted: boolean; change: ChangeSearch };

/** The same measures in the form the reader wants; on paper always the table, which says most. */
export const BoardView = memo(function BoardView({ whole, board, isPrinted, search, change }: Props) {
  // Paper does not wait: what has not come by then is printed as cards, which have every word too.
  const onPaper = found ? 'table' : 'cards';
  const view = isPrinted ? onPaper : search.view;
  if (view === 'cards') return <CardsView whole={whole} shown={board} />;
  return (
    <Suspense fallback={<Skeleton height="40rem" />}>
      <Other board={board} search={{ ...search, view }} change={change} />
    </Suspense>
  );
});

function Other(props: ComponentProps<typeof OtherView>) {
  return createElement(found ?? use(other()), props);
}
