import type { Board as BoardData } from '@vointi/shared/plan/contract.ts';
import { useDeferredValue, useEffect, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useIsPrinting } from '../../lib/printing.ts';
import { Empty } from '../../ui/empty.tsx';
import { AsOfNotice } from './as-of-notice.tsx';
import { ActiveFilters } from './filters/active-filters.tsx';
import { DroppedNotice } from './filters/dropped-notice.tsx';
import { FilterBar } from './filters/filter-bar.tsx';
import { NothingFound } from './filters/nothing-found.tsx';
import { useActiveFilters } from './filter-labels.ts';
import { narrowerOf } from './narrowing.ts';
import { PlanIntro } from './plan-intro.tsx';
import { PrintFoot } from './print-foot.tsx';
import { Summary } from './summary.tsx';
import { useBoardSearch } from './use-board-search.ts';
import { BoardView, warmViews } from './views/board-view.tsx';

const warmAfter = 3000;

export function Board({ board }: { board: BoardData }) {
  const t = useTranslations('plan');
  const { search, change, dropped, forget } = useBoardSearch(board);
  const narrower = useMemo(() => narrowerOf(board), [board]);
  const narrowed = useMemo(() => narrower(search), [narrower, search]);
  const filters = useActiveFilters(search, board);
  // The filters answer at once; the many tiles follow when they can.
  const shown = useDeferredValue(narrowed.board);
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
      <AsOfNotice board={board} search={search} />
      <Summary board={board} narrowed={narrowed} search={search} change={change} />
      <FilterBar board={board} facets={narrowed.facets} search={search} change={change} active={filters.length} />
      <DroppedNotice values={dropped} onClose={forget} />
      <ActiveFilters board={board} narrowed={narrowed} filters={filters} search={search} change={change} />
      {narrowed.board.counts.total === 0 ? (
        <NothingFound narrower={narrower} search={search} filters={filters} change={change} />
      ) : (
        <BoardView whole={board} board={shown} search={search} isPrinted={isPrinted} change={change} />
      )}
      <PrintFoot />
    </>
  );
}
