import type { Board } from '@vointi/shared/plan/contract.ts';
import { lazy, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { Popover } from '../../ui/popover.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { BoardSearch } from './board-search.ts';
import styles from './summary.module.css';

const RoundList = lazy(async () => ({ default: (await import('./round-list.tsx')).RoundList }));

/** Opens the list of closed rounds, which loads on demand. */
export function RoundChoice({ board, search }: { board: Board; search: BoardSearch }) {
  const t = useTranslations('asOf');
  const { round, change, asOf } = board;
  // The first round is open: no round is closed yet.
  if (!round || (round.state === 'open' && change === null && asOf === null)) return null;
  return (
    <span className={styles['rounds']}>
      <Popover trigger={t('choose')} label={t('choose')} variant="quiet" size="small">
        <Suspense fallback={<Skeleton width="16rem" height="6rem" />}>
          <RoundList board={board} search={search} />
        </Suspense>
      </Popover>
    </span>
  );
}
