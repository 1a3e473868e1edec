import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { codeOf } from '../../lib/problem.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Board } from './board.tsx';
import { BoardSkeleton } from './board-skeleton.tsx';
import { boardPath } from '../../domain/paths.ts';
import { boardQuery } from '../../domain/plan/queries.ts';
import { useLiveBoard } from './use-live-board.ts';

/** Milliseconds between requests: `polling` without an event stream, `streaming` with one, in case it misses an event. */
const renewEvery = { polling: 3000, streaming: 60_000 };

export function Page() {
  const { slug, year } = useParams({ from: '/$slug/$year' });
  const round = useSearch({ from: '/$slug/$year' }).round?.[0] || undefined;
  const isLive = useLiveBoard(slug, year, round === undefined);
  const { data, error, refetch } = useQuery({
    ...boardQuery(slug, year, round),
    // Follows the answers while a round is open. An unchanged board costs a 304; a hidden page does not ask.
    refetchInterval: ({ state }) =>
      state.data?.asOf === null && state.data.round?.state === 'open' && renewEvery[isLive ? 'streaming' : 'polling'],
  });
  if (data) return <Board key={`${slug}/${year}/${round}`} board={data} />;
  const code = codeOf(error);
  if (round !== undefined && ['not_found', 'invalid_request', 'unknown_value'].includes(code))
    return <NoRound href={boardPath(slug, year)} />;
  if (code === 'not_found' || code === 'invalid_request') return <NoPlan />;
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
  return <Missing title={t('notFound')} text={t('notFoundText')} href="/" link={app('notFound.home')} />;
}

function NoRound({ href }: { href: string }) {
  const t = useTranslations('plan.asOf');
  return <Missing title={t('missing')} text={t('missingText')} href={href} link={t('back')} />;
}

const Missing = ({ title, text, href, link }: { title: string; text: string; href: string; link: string }) => (
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
