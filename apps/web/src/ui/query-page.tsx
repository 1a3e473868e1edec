import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { codeOf } from '../lib/problem.ts';
import { buttonClass } from './button.tsx';
import { Empty } from './empty.tsx';
import { ErrorNotice } from './error-notice.tsx';
import { Hidden } from './hidden.tsx';
import { PageHeading } from './page-heading.tsx';
import styles from './query-page.module.css';
import { Skeleton } from './skeleton.tsx';

type Query<T> = { data: T | undefined; error: Error | null; refetch: () => unknown };

type Props<T> = {
  query: Query<T>;
  /** The title until the name has loaded. */
  title: string;
  /** Shown for 404, with where to go instead. */
  missing: { title: string; text: string; href: string; link: string };
  children: (data: T) => ReactNode;
};

/** A page of one query: loading, failed or loaded. A failed refetch keeps the loaded page. */
export function QueryPage<T>({ query, title, missing, children }: Props<T>) {
  const { data, error, refetch } = query;
  if (data !== undefined) return children(data);
  if (!error) return <Waiting title={title} />;
  if (['not_found', 'invalid_request', 'unknown_value'].includes(codeOf(error))) return <Missing {...missing} />;
  return (
    <>
      <PageHeading title={title}>{title}</PageHeading>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
    </>
  );
}

function Waiting({ title }: { title: string }) {
  const t = useTranslations('ui');
  return (
    <div aria-busy="true" className={styles['waiting']}>
      <h1>
        <Hidden>
          {title}: {t('loading')}
        </Hidden>
        <Skeleton width="min(30rem, 85%)" height="2.5rem" />
      </h1>
      <Skeleton width="min(18rem, 60%)" height="1.5rem" />
      <Skeleton width="min(12rem, 50%)" height="1.5rem" className={styles['apart']} />
      <Skeleton height="6rem" />
      <Skeleton height="6rem" />
    </div>
  );
}

const Missing = ({ title, text, href, link }: Props<unknown>['missing']) => (
  <>
    <PageHeading title={title}>{title}</PageHeading>
    <Empty
      title={text}
      actions={
        <a href={href} className={buttonClass({ variant: 'primary' })}>
          {link}
        </a>
      }
    />
  </>
);
