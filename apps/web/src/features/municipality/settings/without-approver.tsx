import type { Settings } from '@vointi/shared/municipality/settings-contract.ts';
import { useTranslations } from 'use-intl';
import { shortNameOf } from '../../../domain/measure/text.ts';
import { adminPath } from '../../../domain/paths.ts';
import { useFormat } from '../../../lib/format.ts';
import { useLocalizedText } from '../../../lib/text.tsx';
import { Notice } from '../../../ui/notice.tsx';

type Props = { slug: string; departments: Settings['withoutApprover'] };

/** Names the departments whose answers nobody of their own can approve. */
export function WithoutApprover({ slug, departments }: Props) {
  const t = useTranslations('settings');
  const localize = useLocalizedText();
  const format = useFormat();
  if (departments.length === 0) return null;
  const names = format.list(departments.map((one) => localize(shortNameOf(one))));
  return (
    <Notice icon="alert" tone="warning" live>
      <p>{t('withoutApprover', { count: departments.length, names })}</p>
      <p>
        <a href={adminPath(slug, 'people')}>{t('addApprovers')}</a>
      </p>
    </Notice>
  );
}
