import { useTranslations } from 'use-intl';
import { AdminFrame } from '../../../domain/admin/admin-frame.tsx';
import { Departments } from './departments.tsx';

export function Page() {
  const t = useTranslations('departmentManage');
  return (
    <AdminFrame page="departments" lead={t('lead')}>
      {(slug) => <Departments slug={slug} />}
    </AdminFrame>
  );
}
