import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../lib/text.tsx';
import { Toaster } from '../../ui/form/toast.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { useMe } from '../session/queries.ts';
import styles from './admin-frame.module.css';
import { AdminNav } from './admin-nav.tsx';
import { NoRight } from './no-right.tsx';
import { openPages } from './pages.ts';
import type { AdminPageName } from '../paths.ts';

type Props = {
  page: AdminPageName;
  /** The title of a page that is one of several under that name. */
  title?: string;
  lead?: ReactNode;
  /** Beside the heading. */
  actions?: ReactNode;
  /** Rendered only with the right to the page. */
  children: (slug: string) => ReactNode;
};

/** The frame of an administration page: navigation, heading, and a notice for people without the right. */
export function AdminFrame({ page, title: ownTitle, lead, actions, children }: Props) {
  const { slug = '' } = useParams({ strict: false });
  const t = useTranslations('admin');
  const localize = useLocalizedText();
  const me = useMe();
  const membership = me.municipalities.find((one) => one.slug === slug);
  const open = openPages(membership?.can ?? []);
  const title = ownTitle ?? t(`page.${page}`);
  const municipalityName = membership && localize(membership.name);
  return (
    <div className={styles['frame']}>
      {membership && open.length > 0 && (
        <AdminNav membership={membership} pages={open} hasOthers={me.municipalities.length > 1} />
      )}
      <div className={styles['content']}>
        <div className={styles['head']}>
          <PageHeading title={title} context={municipalityName}>
            {title}
          </PageHeading>
          {open.includes(page) && actions}
        </div>
        {open.includes(page) ? (
          <>
            {lead && <p className={styles['lead']}>{lead}</p>}
            {children(slug)}
          </>
        ) : (
          <NoRight page={page} membership={membership} pages={open} />
        )}
        <Toaster />
      </div>
    </div>
  );
}
