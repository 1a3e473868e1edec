import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Empty } from '../../ui/empty.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { AdminFrame } from './admin-frame.tsx';
import { usePlanYear, type PlanPage } from './use-plan-year.ts';

type Props = {
  from: PlanPage;
  page: 'indicators' | 'findings';
  /** The title of a page that is one of several under that name. */
  title?: string;
  lead: string;
  children: (plan: { slug: string; year: string }) => ReactNode;
};

/** An administration page about one plan; says so when there is no plan. */
export const PlanFrame = ({ from, page, title, lead, children }: Props) => (
  <AdminFrame page={page} lead={lead} {...(title !== undefined && { title })}>
    {(slug) => (
      <OfPlan slug={slug} from={from}>
        {(year) => children({ slug, year })}
      </OfPlan>
    )}
  </AdminFrame>
);

function OfPlan({ slug, from, children }: { slug: string; from: PlanPage; children: (year: string) => ReactNode }) {
  const t = useTranslations('indicatorManage');
  const { year, years, isKnown, choose } = usePlanYear(slug, from);
  if (year === undefined) return isKnown && <Empty title={t('noPlan')} />;
  return (
    <>
      {years.length > 1 && (
        <Segmented
          label={t('plan')}
          segments={years.map((value) => ({ value, label: value }))}
          chosen={year}
          onChoose={choose}
        />
      )}
      {children(year)}
    </>
  );
}
