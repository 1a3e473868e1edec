import type { Board } from '@vointi/shared/plan/contract.ts';
import { createElement, memo, Suspense, use, type ComponentProps } from 'react';
import { Skeleton } from '../../../ui/skeleton.tsx';
import type { BoardSearch } from '../board-search.ts';
import type { ChangeSearch } from '../use-board-search.ts';
import { CardsView } from './cards-view.tsx';
import type { OtherView } from './other-view.tsx';

// Most readers stay with the cards, so the other views load on demand.
let loaded: typeof OtherView | undefined;
let coming: Promise<typeof OtherView> | undefined;

async function fetchOther(): Promise<typeof OtherView> {
  try {
    loaded = (await import('./other-view.tsx')).OtherView;
    return loaded;
  } catch (error) {
    coming = undefined;
    throw error;
  }
}

const other = () => (coming ??= fetchOther());

/** Loads the other views ahead, so that changing the view and printing do not wait. */
export const warmViews = () => void other().catch(() => {});

type Props = { whole: Board; board: Board; search: BoardSearch; isPrinted: boolean; change: ChangeSearch };

/** The measures in the chosen view. Paper always gets the table, which says most. */
export const BoardView = memo(function BoardView({ whole, board, isPrinted, search, change }: Props) {
  // Printing does not wait: until the table has loaded, the cards are printed.
  const onPaper = loaded ? 'table' : 'cards';
  const view = isPrinted ? onPaper : search.view;
  if (view === 'cards') return <CardsView whole={whole} shownBoard={board} />;
  return (
    <Suspense fallback={<Skeleton height="40rem" />}>
      <Other board={board} search={{ ...search, view }} change={change} />
    </Suspense>
  );
});

function Other(props: ComponentProps<typeof OtherView>) {
  return createElement(loaded ?? use(other()), props);
}
