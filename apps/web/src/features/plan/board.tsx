import type { Board as BoardData } from '@vointi/shared/plan/contract.ts';
import { useDeferredValue, useEffect, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useIsPrinting } from '../../lib/printing.ts';
import { Empty } from '../../ui/empty.tsx';
import { AsOfNotice } from './as-of-notice.tsx';
import { ActiveFilters } from './filters/active-filters.tsx';
import { UnknownValuesNotice } from './filters/unknown-values-notice.tsx';
import { FilterBar } from './filters/filter-bar.tsx';
import { NothingFound } from './filters/nothing-found.tsx';
import { useActiveFilters } from './filters/filter-text.ts';
import { filtererOf } from './filter-board.ts';
import { PlanIntro } from './plan-intro.tsx';
import { PrintFoot } from './print-foot.tsx';
import { Summary } from './summary.tsx';
import { useBoardSearch } from './use-board-search.ts';
import { BoardView, warmViews } from './views/board-view.tsx';

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
      <AsOfNotice board={board} search={search} />
      <Summary board={board} filtered={filtered} search={search} change={change} />
      <FilterBar board={board} facets={filtered.facets} search={search} change={change} active={filters.length} />
      <UnknownValuesNotice values={unknownValues} onClose={dismiss} />
      <ActiveFilters board={board} filtered={filtered} filters={filters} search={search} change={change} />
      {filtered.board.counts.total === 0 ? (
        <NothingFound filterer={filterer} search={search} filters={filters} change={change} />
      ) : (
        <BoardView whole={board} board={shownBoard} search={search} isPrinted={isPrinted} change={change} />
      )}
      <PrintFoot />
    </>
  );
}
