import { useTranslations } from 'use-intl';
import { PlanFrame } from '../../../domain/admin/plan-frame.tsx';
import { ManagedFindings } from './managed-findings.tsx';

export function Page() {
  const t = useTranslations('findingManage');
  return (
    <PlanFrame from="/admin/$slug/findings" page="findings" lead={t('lead')}>
      {({ slug, year }) => <ManagedFindings key={year} slug={slug} year={year} />}
    </PlanFrame>
  );
}
