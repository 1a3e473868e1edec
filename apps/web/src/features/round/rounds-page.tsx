import { useTranslations } from 'use-intl';
import { AdminFrame } from '../admin/public.ts';
import { Rounds } from './rounds.tsx';

export function Page() {
  const t = useTranslations('round');
  return (
    <AdminFrame page="rounds" lead={t('lead')}>
      {(slug) => <Rounds slug={slug} />}
    </AdminFrame>
  );
}
