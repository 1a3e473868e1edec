import { lazy, Suspense, type ComponentProps } from 'react';
import { useTranslations } from 'use-intl';
import { Hidden } from '../../../ui/hidden.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';

/** Loads the chart library with the first chart, so that pages without charts do without it. */
const Chart = lazy(async () => ({ default: (await import('./chart.tsx')).Chart }));

/** Reserves the chart's space, so that the page does not move when it loads. */
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
