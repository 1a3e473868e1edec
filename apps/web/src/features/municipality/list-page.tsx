import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './list-page.module.css';
import { MunicipalityItem } from './municipality-item.tsx';
import { municipalitiesQuery } from '../../domain/municipality/queries.ts';

export function Page() {
  const t = useTranslations('municipality');
  const { data, error, isPending, refetch } = useQuery(municipalitiesQuery);
  return (
    <>
      <PageHeading title={t('pageTitle')}>{t('title')}</PageHeading>
      <p className={styles['lead']}>{t('lead')}</p>
      {isPending && (
        <div className={styles['list']} aria-busy="true">
          <Skeleton height="10.5rem" className={styles['waiting']} />
          <Skeleton height="10.5rem" className={styles['waiting']} />
        </div>
      )}
      {error && !data && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data?.municipalities.length === 0 && (
        <Empty title={t('none')}>
          <p>{t('noneText')}</p>
        </Empty>
      )}
      <ul className={styles['list']}>
        {data?.municipalities.map((one) => (
          <MunicipalityItem key={one.slug} municipality={one} />
        ))}
      </ul>
    </>
  );
}
