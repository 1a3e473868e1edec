import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Hidden } from '../../../ui/hidden.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { AdminFrame } from '../../../domain/admin/admin-frame.tsx';
import { SettingsForm } from './settings-form.tsx';
import { settingsQuery } from './queries.ts';

export function Page() {
  const t = useTranslations('settings');
  return (
    <AdminFrame page="settings" lead={t('lead')}>
      {(slug) => <Settings slug={slug} />}
    </AdminFrame>
  );
}

function Settings({ slug }: { slug: string }) {
  const ui = useTranslations('ui');
  const { data, error, refetch } = useQuery(settingsQuery(slug));
  if (data) return <SettingsForm key={slug} slug={slug} settings={data} />;
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  return (
    <div aria-busy="true">
      <Hidden>{ui('loading')}</Hidden>
      <Skeleton height="24rem" />
    </div>
  );
}
