import type { MemberRole } from '@vointi/shared/access/permissions.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../lib/text.tsx';

/** "Raportoija, Nuorisopalvelut" */
export function useRoleText() {
  const t = useTranslations('user');
  const localize = useLocalizedText();
  return ({ role, department }: { role: MemberRole; department?: { name: Text } | null | undefined }): string =>
    department ? `${t(`role.${role}`)}, ${localize(department.name)}` : t(`role.${role}`);
}
