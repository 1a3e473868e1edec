import { useTranslations } from 'use-intl';
import { AdminFrame } from '../../../domain/admin/admin-frame.tsx';
import { Displays } from './displays.tsx';

export function Page() {
  const t = useTranslations('displayManage');
  return (
    <AdminFrame page="displays" lead={t('lead')}>
      {(slug) => <Displays slug={slug} />}
    </AdminFrame>
  );
}
