import type { Board as BoardData } from '@vointi/shared/plan/contract.ts';
import { lazy, Suspense, useDeferredValue, useEffect, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { boardExtraMessages } from '../../lib/messages.ts';
import { useIsPrinting } from '../../lib/printing.ts';
import { Empty } from '../../ui/empty.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ActiveFilters } from './filters/active-filters.tsx';
import { FilterBar } from './filters/filter-bar.tsx';
import { useActiveFilters } from './filters/filter-text.ts';
import { filtererOf } from './filter-board.ts';
import { PlanIntro } from './plan-intro.tsx';
import { Summary } from './summary.tsx';
import { useBoardSearch } from './use-board-search.ts';
import { BoardView, warmViews } from './views/board-view.tsx';

// What a board seldom shows, or not at first, is not part of the first load.
const AsOfNotice = boardExtraMessages.part(async () => (await import('./as-of-notice.tsx')).AsOfNotice);
const NothingFound = lazy(async () => ({ default: (await import('./filters/nothing-found.tsx')).NothingFound }));
const PrintFoot = lazy(async () => ({ default: (await import('./print-foot.tsx')).PrintFoot }));
const UnknownValuesNotice = lazy(async () => ({
  default: (await import('./filters/unknown-values-notice.tsx')).UnknownValuesNotice,
}));

const warmAfter = 3000;

export function Board({ board }: { board: BoardData }) {
  const t = useTranslations('plan');
  const { search, change, unknownValues, dismiss } = useBoardSearch(board);
  const filterer = useMemo(() => filtererOf(board), [board]);
  const filtered = useMemo(() => filterer(search), [filterer, search]);
  const filters = useActiveFilters(search, board);
  // The filters respond at once; drawing up to 300 tiles is deferred.
  const shownBoard = useDeferredValue(filtered.board);
  const isPrinted = useIsPrinting();
  useEffect(() => {
    const timer = setTimeout(warmViews, warmAfter);
    return () => clearTimeout(timer);
  }, []);
  if (board.counts.total === 0) {
    return (
      <>
        <PlanIntro board={board} />
        <Empty title={t('noMeasures.title')}>
          <p>{t('noMeasures.text')}</p>
        </Empty>
      </>
    );
  }
  return (
    <>
      <PlanIntro board={board} />
      {board.asOf && (
        <Suspense fallback={<Skeleton height="7rem" />}>
          <AsOfNotice board={board} asOf={board.asOf} search={search} />
        </Suspense>
      )}
      <Summary board={board} filtered={filtered} search={search} change={change} />
      <FilterBar board={board} facets={filtered.facets} search={search} change={change} active={filters.length} />
      {unknownValues.length > 0 && (
        <Suspense>
          <UnknownValuesNotice values={unknownValues} onClose={dismiss} />
        </Suspense>
      )}
      <ActiveFilters board={board} filtered={filtered} filters={filters} search={search} change={change} />
      {filtered.board.counts.total === 0 ? (
        <Suspense fallback={<Skeleton height="12rem" />}>
          <NothingFound filterer={filterer} search={search} filters={filters} change={change} />
        </Suspense>
      ) : (
        <BoardView whole={board} board={shownBoard} search={search} isPrinted={isPrinted} change={change} />
      )}
      <Suspense>
        <PrintFoot />
      </Suspense>
    </>
  );
}
