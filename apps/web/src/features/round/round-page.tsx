import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Toaster } from '../../ui/form/toast.tsx';
import { QueryPage } from '../../ui/query-page.tsx';
import { Overview } from './overview/overview.tsx';
import { roundsPath } from '../../domain/paths.ts';
import { roundQuery } from './queries.ts';

export function Page() {
  const { slug, round } = useParams({ from: '/rounds/$slug/$round' });
  const t = useTranslations('round');
  return (
    <>
      <QueryPage
        query={useQuery(roundQuery(slug, round))}
        title={t('one')}
        missing={{ title: t('missing'), text: t('missingText'), href: roundsPath(slug), link: t('toRounds') }}
      >
        {(overview) => <Overview slug={slug} overview={overview} />}
      </QueryPage>
      <Toaster />
    </>
  );
}
