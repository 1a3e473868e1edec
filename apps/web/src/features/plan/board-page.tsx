import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { codeOf } from '../../lib/problem.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Board } from './board.tsx';
import { BoardSkeleton } from './board-skeleton.tsx';
import { boardQuery } from './queries.ts';

export function Page() {
  const { slug, year } = useParams({ from: '/$slug/$year' });
  const { data, error, refetch } = useQuery(boardQuery(slug, year));
  if (data) return <Board key={`${slug}/${year}`} board={data} />;
  if (codeOf(error) === 'not_found' || codeOf(error) === 'invalid_request') return <NoPlan />;
  if (error) return <Failed year={year} error={error} onRetry={() => void refetch()} />;
  return <BoardSkeleton />;
}

function Failed({ year, error, onRetry }: { year: string; error: Error; onRetry: () => void }) {
  const t = useTranslations('plan');
  return (
    <>
      <PageHeading title={t('pageTitle')}>{t('title', { year })}</PageHeading>
      <ErrorNotice error={error} onRetry={onRetry} />
    </>
  );
}

function NoPlan() {
  const t = useTranslations('plan');
  const app = useTranslations('app');
  return (
    <>
      <PageHeading title={t('notFound')}>{t('notFound')}</PageHeading>
      <Empty
        title={t('notFoundText')}
        actions={
          <a href="/" className={buttonClass({ look: 'primary' })}>
            {app('notFound.home')}
          </a>
        }
      />
    </>
  );
}
