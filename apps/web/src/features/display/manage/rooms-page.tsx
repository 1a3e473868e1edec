import { useTranslations } from 'use-intl';
import { AdminFrame } from '../../../domain/admin/admin-frame.tsx';
import { Rooms } from './rooms.tsx';

export function Page() {
  const t = useTranslations('displayManage');
  return (
    <AdminFrame page="displays" lead={t('lead')}>
      {(slug) => <Rooms slug={slug} />}
    </AdminFrame>
  );
}
