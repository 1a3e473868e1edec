import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { announce } from '../../lib/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Hidden } from '../../ui/hidden.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './list-frame.module.css';

type Props = {
  query: { error: Error | null; isPending: boolean; refetch: () => unknown };
  count: number;
  isFiltered: boolean;
  onClear: () => void;
  /** Shown when the unfiltered list is empty. */
  empty: { title: string; text: string };
  children: ReactNode;
};

/** A list while it loads, fails, is empty or shows rows. Announces the number of rows that a filter leaves. */
export function ListFrame({ query, count, isFiltered, onClear, empty, children }: Props) {
  const t = useTranslations('admin');
  const ui = useTranslations('ui');
  const { error, isPending, refetch } = query;
  const isThere = !isPending && !(error && count === 0);
  const announced = useRef<number>(undefined);
  useEffect(() => {
    if (!isThere) return;
    if (announced.current !== undefined && announced.current !== count) announce(t('found', { count }));
    announced.current = count;
  }, [isThere, count, t]);
  if (isPending)
    return (
      <div aria-busy="true" className={styles['waiting']}>
        <Hidden>{ui('loading')}</Hidden>
        {[1, 2, 3, 4, 5].map((row) => (
          <Skeleton key={row} height="4.5rem" />
        ))}
      </div>
    );
  if (!isThere) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (count > 0) return children;
  if (isFiltered)
    return (
      <Empty title={t('nothing')} actions={<Button onClick={onClear}>{t('clear')}</Button>}>
        <p>{t('nothingText')}</p>
      </Empty>
    );
  return (
    <Empty title={empty.title}>
      <p>{empty.text}</p>
    </Empty>
  );
}
