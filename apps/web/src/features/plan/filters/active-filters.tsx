import type { Board } from '@vointi/shared/plan/contract.ts';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { announce } from '../../../lib/announce.tsx';
import { Badges } from '../../../ui/badges.tsx';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { unfiltered, type BoardSearch } from '../board-search.ts';
import type { ActiveFilter } from '../filter-labels.ts';
import type { Narrowed } from '../narrowing.ts';
import type { ChangeSearch } from '../use-board-search.ts';
import styles from './active-filters.module.css';
import { CopyAddress } from './copy-address.tsx';

type Props = {
  board: Board;
  narrowed: Narrowed;
  filters: readonly ActiveFilter[];
  search: BoardSearch;
  change: ChangeSearch;
};

/** A reader who presses several things in a row hears the last result, not all of them. */
const announceAfter = 700;

/** How much of the plan is on the page, and why. */
export function ActiveFilters({ board, narrowed, filters, search, change }: Props) {
  const t = useTranslations('plan');
  const shown = narrowed.board.counts.total;
  const { total } = board.counts;
  const isFirst = useRef(true);
  const count = useRef<HTMLParagraphElement>(null);
  const aloud = t('shownAloud', { shown, total });
  const key = filters.map((filter) => filter.key).join();
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return undefined;
    }
    // The button that was pressed may be gone with its filter: without this the reader would be at the top of the page.
    if (document.activeElement === document.body) {
      count.current?.focus({ preventScroll: true });
      return undefined;
    }
    const timer = setTimeout(() => announce(aloud), announceAfter);
    return () => clearTimeout(timer);
  }, [aloud, key]);

  const allAges = narrowed.facets.ageGroup.all_ages;
  const offersAllAges =
    allAges > 0 &&
    !search.ageGroup.includes('all_ages') &&
    search.ageGroup.some((ageGroup) => ageGroup !== 'unspecified');
  return (
    <div className={styles['row']}>
      <p ref={count} tabIndex={-1} className={styles['shown']}>
        {t('shown', { shown, total })}
      </p>
      <Badges
        label={t('active')}
        badges={filters.map(({ key: filterKey, label, without }) => ({
          key: filterKey,
          label,
          name: t('remove', { filter: label }),
          onRemove: () => change(without),
        }))}
      />
      {offersAllAges && (
        <Button look="quiet" size="small" onClick={() => change({ ageGroup: [...search.ageGroup, 'all_ages'] })}>
          {t('addAllAges', { count: allAges })}
        </Button>
      )}
      {filters.length > 1 && (
        <Button look="quiet" size="small" onClick={() => change(unfiltered)}>
          {t('clear')}
        </Button>
      )}
      <div className={styles['take']}>
        <CopyAddress />
        <Button look="quiet" size="small" onClick={() => print()}>
          <Icon name="print" />
          {t('print')}
        </Button>
      </div>
    </div>
  );
}
