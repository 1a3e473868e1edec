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
