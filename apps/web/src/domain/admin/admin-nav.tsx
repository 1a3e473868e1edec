import { useLocation } from '@tanstack/react-router';
import type { Me } from '@vointi/shared/session/contract.ts';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../lib/text.tsx';
import styles from './admin-frame.module.css';
import { adminPath, type AdminPageName } from '../paths.ts';

type Props = { membership: Me['municipalities'][number]; pages: readonly AdminPageName[]; hasOthers: boolean };

export function AdminNav({ membership: { slug, name }, pages, hasOthers }: Props) {
  const t = useTranslations('admin');
  const localize = useLocalizedText();
  const pathname = useLocation({ select: (location) => location.pathname });
  return (
    <nav aria-label={t('nav', { name: localize(name) })} className={styles['nav']}>
      <p className={styles['municipality']}>
        {t('title')} <b {...localize.in(name)} />
      </p>
      <ul>
        {pages.map((page) => {
          const href = adminPath(slug, page);
          return (
            <li key={page}>
              <a href={href} aria-current={pathname === href ? 'page' : pathname.startsWith(`${href}/`) || undefined}>
                {t(`page.${page}`)}
              </a>
            </li>
          );
        })}
        {hasOthers && (
          <li>
            <a href="/admin?choose=true">{t('other')}</a>
          </li>
        )}
      </ul>
    </nav>
  );
}
