import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { announce } from '../../lib/announce.tsx';
import { Button } from '../button.tsx';
import styles from './more.module.css';

type Props = {
  shown: number;
  /** How many there are, where that is known. */
  total?: number;
  hasMore: boolean;
  isLoading: boolean;
  onMore: () => void;
};

/** How much of a long list is here, and the way to more. */
export function More({ shown, total, hasMore, isLoading, onMore }: Props) {
  const t = useTranslations('form');
  const text = total === undefined ? t('shownOnly', { shown }) : t('shown', { shown, total });
  const line = useRef<HTMLParagraphElement>(null);
  const asked = useRef(false);
  useEffect(() => {
    if (!asked.current || isLoading) return;
    asked.current = false;
    announce(text);
    // The button is gone with the last page; the reader is not to be lost with it.
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
            asked.current = true;
            onMore();
          }}
        >
          {t(isLoading ? 'loadingMore' : 'more')}
        </Button>
      )}
    </div>
  );
}
