import { useTranslations } from 'use-intl';
import { IndicatorRows } from './indicator-rows.tsx';
import { PlanFrame } from '../../../domain/admin/plan-frame.tsx';

export function Page() {
  const t = useTranslations('indicatorManage');
  return (
    <PlanFrame from="/admin/$slug/indicators" page="indicators" lead={t('lead')}>
      {({ slug, year }) => <IndicatorRows slug={slug} year={year} />}
    </PlanFrame>
  );
}
