import { useTranslations } from 'use-intl';
import { PlanFrame } from '../../../domain/admin/plan-frame.tsx';
import { ImportForm } from './import-form.tsx';

export function Page() {
  const t = useTranslations('indicatorManage.file');
  return (
    <PlanFrame from="/admin/$slug/indicators/import" page="indicators" title={t('title')} lead={t('lead')}>
      {({ slug, year }) => <ImportForm key={slug} slug={slug} year={year} />}
    </PlanFrame>
  );
}
