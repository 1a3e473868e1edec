import { useTranslations } from 'use-intl';
import { AdminFrame } from '../../domain/admin/admin-frame.tsx';
import { Rounds } from './rounds.tsx';

export function Page() {
  const t = useTranslations('round');
  return (
    <AdminFrame page="rounds" lead={t('lead')}>
      {(slug) => <Rounds slug={slug} />}
    </AdminFrame>
  );
}
