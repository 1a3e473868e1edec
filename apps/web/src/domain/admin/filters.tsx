import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import styles from './filters.module.css';

/** Search and filters of a list, above it. */
export function Filters({ children }: { children: ReactNode }) {
  const t = useTranslations('admin');
  return (
    <search aria-label={t('filters')} className={styles['filters']}>
      {children}
    </search>
  );
}

/** A field of theirs that takes the room of two. */
export const wideFilter = styles['wide'];

/** What can be done with the whole list, over it. */
export const Toolbar = ({ children }: { children: ReactNode }) => <div className={styles['toolbar']}>{children}</div>;
