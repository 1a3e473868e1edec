import { lazy, Suspense, type ComponentProps } from 'react';
import { useTranslations } from 'use-intl';
import { Hidden } from '../../../ui/hidden.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';

/** The library that draws is fetched with the first chart, and by no page without one. */
const Chart = lazy(async () => ({ default: (await import('./chart.tsx')).Chart }));

/** A chart in its place: the page does not move when the drawing arrives. */
export function LazyChart(props: ComponentProps<typeof Chart>) {
  const t = useTranslations('indicatorPage.chart');
  return (
    <Suspense
      fallback={
        <div aria-busy="true">
          <Hidden>{t('waiting')}</Hidden>
          <Skeleton height={props.small ? '11rem' : 'clamp(16rem, 45vw, 25rem)'} />
        </div>
      }
    >
      <Chart {...props} />
    </Suspense>
  );
}
