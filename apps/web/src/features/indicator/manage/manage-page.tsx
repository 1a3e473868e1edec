import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { codeOf } from '../../../lib/problem.ts';
import { useLocalizedText } from '../../../lib/text.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { indicatorQuery } from '../../../domain/indicator/queries.ts';
import styles from './manage.module.css';
import { ManageView } from './manage-view.tsx';
import { listPath } from './paths.ts';
import { PlanFrame } from '../../../domain/admin/plan-frame.tsx';
import { buttonClass } from '../../../ui/button.tsx';

export function Page() {
  const t = useTranslations('indicatorManage');
  return (
    <PlanFrame from="/admin/$slug/indicators/edit/$id" page="indicators" title={t('editTitle')} lead={t('editLead')}>
      {({ slug, year }) => <Managed key={year} slug={slug} year={year} />}
    </PlanFrame>
  );
}

function Managed({ slug, year }: { slug: string; year: string }) {
  const { id } = useParams({ from: '/admin/$slug/indicators/edit/$id' });
  const t = useTranslations('indicatorManage');
  const page = useTranslations('indicatorPage');
  const localize = useLocalizedText();
  const { data, error, refetch } = useQuery(indicatorQuery(slug, year, id));
  const back = (
    <a href={listPath(slug, year)} className={buttonClass({ size: 'small' })}>
      {t('toList')}
    </a>
  );
  if (data)
    return (
      <>
        <p className={styles['top']}>{back}</p>
        <h2 {...localize.in(data.name)} />
        <ManageView slug={slug} year={year} indicator={data} />
      </>
    );
  if (error && codeOf(error) === 'not_found') return <Empty title={page('missingText')} actions={back} />;
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  return <Skeleton height="12rem" />;
}
