import { useTranslations } from 'use-intl';
import { Hidden } from '../ui/hidden.tsx';
import { Skeleton } from '../ui/skeleton.tsx';

export function PagePending() {
  const t = useTranslations('ui');
  return (
    <div aria-busy="true">
      <Hidden>{t('loading')}</Hidden>
      <Skeleton width="min(26rem, 80%)" height="2.5rem" />
    </div>
  );
}
