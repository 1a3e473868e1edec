import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { QueryPage } from '../../ui/query-page.tsx';
import { boardPath } from '../../domain/paths.ts';
import { GoalView } from './goal-view.tsx';
import { goalQuery } from './queries.ts';

export function Page() {
  const { slug, year, goal } = useParams({ from: '/$slug/$year/goals/$goal' });
  const t = useTranslations('goal');
  const link = useTranslations('measurePage');
  const query = useQuery(goalQuery(slug, year, goal));
  return (
    <QueryPage
      query={query}
      title={t('title')}
      missing={{ title: t('missing'), text: t('missingText'), href: boardPath(slug, year), link: link('toBoard') }}
    >
      {(goal) => <GoalView goal={goal} />}
    </QueryPage>
  );
}
