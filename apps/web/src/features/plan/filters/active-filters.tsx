import type { Board } from '@vointi/shared/plan/contract.ts';
import { noFilter } from '@vointi/shared/plan/filter.ts';
import { lazy, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { useResultAnnouncement } from '../../../lib/use-result-announcement.ts';
import { FilterChips } from '../../../ui/filter-chips.tsx';
import { Button } from '../../../ui/button.tsx';
import type { BoardSearch } from '../board-search.ts';
import type { FilteredBoard } from '../filter-board.ts';
import type { ChangeSearch } from '../use-board-search.ts';
import styles from './active-filters.module.css';
import type { ActiveFilter } from './filter-text.ts';

// Secondary, so that the first load does without.
const TakeAlong = lazy(async () => ({ default: (await import('./take-along.tsx')).TakeAlong }));

type Props = {
  board: Board;
  filtered: FilteredBoard;
  filters: readonly ActiveFilter[];
  search: BoardSearch;
  change: ChangeSearch;
};

/** How many measures are shown, and the filters that hide the others. */
export function ActiveFilters({ board, filtered, filters, search, change }: Props) {
  const t = useTranslations('plan');
  const shownCount = filtered.board.counts.total;
  const { total } = board.counts;
  const count = useResultAnnouncement(
    t('shownAloud', { shown: shownCount, total }),
    filters.map((filter) => filter.key).join(),
  );
  const allAges = filtered.facets.ageGroup.all_ages;
  const offersAllAges =
    allAges > 0 &&
    !search.ageGroup.includes('all_ages') &&
    search.ageGroup.some((ageGroup) => ageGroup !== 'unspecified');
  return (
    <div className={styles['row']}>
      <p ref={count} tabIndex={-1} className={styles['count']}>
        {t('shown', { shown: shownCount, total })}
      </p>
      <FilterChips
        label={t('active')}
        chips={filters.map(({ key: filterKey, label, without }) => ({
          key: filterKey,
          label,
          name: t('remove', { filter: label }),
          onRemove: () => change(without),
        }))}
      />
      {offersAllAges && (
        <Button variant="quiet" size="small" onClick={() => change({ ageGroup: [...search.ageGroup, 'all_ages'] })}>
          {t('addAllAges', { count: allAges })}
        </Button>
      )}
      {filters.length > 1 && (
        <Button variant="quiet" size="small" onClick={() => change(noFilter)}>
          {t('clear')}
        </Button>
      )}
      <div className={styles['take']}>
        <Suspense>
          <TakeAlong board={board} search={search} />
        </Suspense>
      </div>
    </div>
  );
}
