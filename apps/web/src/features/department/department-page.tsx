import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { QueryPage } from '../../ui/query-page.tsx';
import { boardPath } from '../../domain/paths.ts';
import { DepartmentView } from './department-view.tsx';
import { departmentQuery } from './queries.ts';

export function Page() {
  const { slug, year, department } = useParams({ from: '/$slug/$year/departments/$department' });
  const t = useTranslations('department');
  const link = useTranslations('measurePage');
  const query = useQuery(departmentQuery(slug, year, department));
  return (
    <QueryPage
      query={query}
      title={t('title')}
      missing={{ title: t('missing'), text: t('missingText'), href: boardPath(slug, year), link: link('toBoard') }}
    >
      {(detail) => <DepartmentView detail={detail} />}
    </QueryPage>
  );
}
