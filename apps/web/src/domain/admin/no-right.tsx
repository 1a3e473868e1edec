import type { Me } from '@vointi/shared/session/contract.ts';
import { granted, memberRoles } from '@vointi/shared/access/permissions.ts';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../lib/format.ts';
import { useLocalizedText } from '../../lib/text.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { adminPages } from './pages.ts';
import { adminPath, type AdminPageName } from '../paths.ts';

type Props = {
  page: AdminPageName;
  membership: Me['municipalities'][number] | undefined;
  /** The pages that the person may open. */
  pages: readonly AdminPageName[];
};

/** Tells a person without the right who has it, which roles they have, and which pages are open to them. */
export function NoRight({ page, membership, pages }: Props) {
  const t = useTranslations('admin');
  const role = useTranslations('user.role');
  const localize = useLocalizedText();
  const format = useFormat();
  const can = adminPages.find((one) => one.page === page)?.can;
  const whose = memberRoles.filter((one) => can && granted[one][can] !== undefined).map((one) => role(one));
  return (
    <Empty
      title={t('noRight')}
      actions={
        <>
          {pages.map((one) => (
            <a key={one} href={adminPath(membership?.slug ?? '', one)} className={buttonClass({})}>
              {t(`page.${one}`)}
            </a>
          ))}
          <a href="/" className={buttonClass({ variant: 'primary' })}>
            {t('home')}
          </a>
        </>
      }
    >
      <p>{t('noRightText', { roles: format.list(whose) })}</p>
      <p>
        {membership
          ? t('yourRoles', {
              name: localize(membership.name),
              roles: format.list([...new Set(membership.roles)].map((one) => role(one))),
            })
          : t('notYours')}
      </p>
    </Empty>
  );
}
