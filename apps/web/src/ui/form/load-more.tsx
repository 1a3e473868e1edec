import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { announce } from '../../lib/announce.tsx';
import { Button } from '../button.tsx';
import styles from './load-more.module.css';

type Props = {
  shown: number;
  /** The number of all items, where known. */
  total?: number;
  hasMore: boolean;
  isLoading: boolean;
  onMore: () => void;
};

/** How many items of a list are shown, with a button for more. */
export function LoadMore({ shown, total, hasMore, isLoading, onMore }: Props) {
  const t = useTranslations('form');
  const text = total === undefined ? t('shownOnly', { shown }) : t('shown', { shown, total });
  const line = useRef<HTMLParagraphElement>(null);
  const isRequested = useRef(false);
  useEffect(() => {
    if (!isRequested.current || isLoading) return;
    isRequested.current = false;
    announce(text);
    // The button disappears with the last page: keep the focus here.
    if (!hasMore) line.current?.focus();
  }, [isLoading, hasMore, text]);
  return (
    <div className={styles['more']}>
      <p ref={line} tabIndex={-1}>
        {text}
      </p>
      {hasMore && (
        <Button
          aria-disabled={isLoading}
          onClick={() => {
            if (isLoading) return;
            isRequested.current = true;
            onMore();
          }}
        >
          {t(isLoading ? 'loadingMore' : 'more')}
        </Button>
      )}
    </div>
  );
}
