import type { UserRow } from '@vointi/shared/user/contract.ts';
import { useTranslations } from 'use-intl';
import { useText } from '../../lib/text.tsx';

/** "Raportoija, Nuorisopalvelut" */
export function useRoleWords() {
  const t = useTranslations('user');
  const say = useText();
  return ({ role, department }: UserRow['roles'][number]): string =>
    department ? `${t(`role.${role}`)}, ${say(department.name)}` : t(`role.${role}`);
}
