import { useTranslations } from 'use-intl';
import { Hidden } from '../../ui/hidden.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './board-skeleton.module.css';

/** A placeholder of the board's layout, so that nothing moves when the data arrives. */
export function BoardSkeleton() {
  const t = useTranslations('ui');
  return (
    <div aria-busy="true" className={styles['page']}>
      <Hidden>{t('loading')}</Hidden>
      <Skeleton width="min(24rem, 85%)" height="2.625rem" />
      <Skeleton width="min(36rem, 95%)" height="1.5rem" />
      <div className={styles['figures']}>
        {Array.from({ length: 5 }, (_, index) => (
          <Skeleton key={index} width="6.5rem" height="4.25rem" />
        ))}
      </div>
      <Skeleton height="0.875rem" />
      <Skeleton width="min(46rem, 100%)" height="3.75rem" />
      <Skeleton height="6rem" />
      <div className={styles['grid']}>
        {Array.from({ length: 12 }, (_, index) => (
          <Skeleton key={index} height="6.25rem" />
        ))}
      </div>
    </div>
  );
}
