import type { Board } from '@vointi/shared/plan/contract.ts';
import { lazy, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { Popover } from '../../ui/popover.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { BoardSearch } from './board-search.ts';
import styles from './summary.module.css';

const RoundList = lazy(async () => ({ default: (await import('./round-list.tsx')).RoundList }));

/** A way to the boards of closed rounds; they are fetched when somebody asks for them. */
export function RoundChoice({ board, search }: { board: Board; search: BoardSearch }) {
  const t = useTranslations('plan.asOf');
  const { round, change, asOf } = board;
  // An open round without one before it: there is nothing closed yet.
  if (!round || (round.state === 'open' && change === null && asOf === null)) return null;
  return (
    <span className={styles['rounds']}>
      <Popover trigger={t('choose')} label={t('choose')} look="quiet" size="small">
        <Suspense fallback={<Skeleton width="16rem" height="6rem" />}>
          <RoundList board={board} search={search} />
        </Suspense>
      </Popover>
    </span>
  );
}
