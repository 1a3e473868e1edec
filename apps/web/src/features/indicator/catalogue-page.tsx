import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { QueryPage } from '../../ui/query-page.tsx';
import { boardPath } from '../../domain/paths.ts';
import { toQuery } from './catalogue/catalogue-search.ts';
import { CatalogueView } from './catalogue/catalogue-view.tsx';
import { useCatalogueSearch } from './catalogue/use-catalogue-search.ts';
import { catalogueQuery } from '../../domain/indicator/queries.ts';

export function Page() {
  const { slug, year } = useParams({ from: '/$slug/$year/indicators' });
  const t = useTranslations('indicatorPage');
  const plan = useTranslations('plan');
  const link = useTranslations('measurePage');
  const { search, change } = useCatalogueSearch();
  const query = useQuery(catalogueQuery(slug, year, toQuery(search)));
  return (
    <QueryPage
      query={query}
      title={t('title')}
      missing={{
        title: plan('notFound'),
        text: plan('notFoundText'),
        href: boardPath(slug, year),
        link: link('toBoard'),
      }}
    >
      {(catalogue) => (
        <CatalogueView catalogue={catalogue} search={search} change={change} isWaiting={query.isPlaceholderData} />
      )}
    </QueryPage>
  );
}
