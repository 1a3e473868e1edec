import { useTranslations } from 'use-intl';
import { AdminFrame } from '../../domain/admin/admin-frame.tsx';
import { People } from './people.tsx';

export function Page() {
  const t = useTranslations('user');
  return (
    <AdminFrame page="people" lead={t('lead')}>
      {(slug) => <People slug={slug} />}
    </AdminFrame>
  );
}
