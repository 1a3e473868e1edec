import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Empty } from '../../ui/empty.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { AdminFrame } from './admin-frame.tsx';
import { usePlanYear } from './use-plan-year.ts';

type Props = {
  page: 'indicators' | 'findings';
  /** Where the page is one of several under its name. */
  title?: string;
  lead: string;
  children: (plan: { slug: string; year: string }) => ReactNode;
};

/** A page of administration about one plan: without a plan there is nothing to write. */
export const PlanFrame = ({ page, title, lead, children }: Props) => (
  <AdminFrame page={page} lead={lead} {...(title !== undefined && { title })}>
    {(slug) => <OfPlan slug={slug}>{(year) => children({ slug, year })}</OfPlan>}
  </AdminFrame>
);

function OfPlan({ slug, children }: { slug: string; children: (year: string) => ReactNode }) {
  const t = useTranslations('indicatorManage');
  const { year, years, isKnown, choose } = usePlanYear(slug);
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
