import { useTranslations } from 'use-intl';
import { CatalogueGrid } from '../grid/catalogue-grid.tsx';
import { PlanFrame } from '../../../domain/admin/plan-frame.tsx';

export function Page() {
  const t = useTranslations('grid');
  return (
    <PlanFrame from="/admin/$slug/indicators/grid" page="indicators" title={t('title')} lead={t('lead')}>
      {({ slug, year }) => <CatalogueGrid key={year} slug={slug} year={year} />}
    </PlanFrame>
  );
}
