import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { QueryPage } from '../../ui/query-page.tsx';
import { IndicatorView } from './detail/indicator-view.tsx';
import { cataloguePath } from '../../domain/paths.ts';
import { indicatorQuery } from '../../domain/indicator/queries.ts';

export function Page() {
  const { slug, year, id } = useParams({ from: '/$slug/$year/indicators/$id' });
  const t = useTranslations('indicatorPage');
  const query = useQuery(indicatorQuery(slug, year, id));
  return (
    <QueryPage
      query={query}
      title={t('kindTitle')}
      missing={{
        title: t('missing'),
        text: t('missingText'),
        href: cataloguePath(slug, year),
        link: t('toCatalogue'),
      }}
    >
      {(indicator) => <IndicatorView indicator={indicator} />}
    </QueryPage>
  );
}
