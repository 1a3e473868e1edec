import { Navigate, useLocation } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { LocalizedText } from '../../lib/text.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Card, Cards, Lead } from '../../ui/detail.tsx';
import { Empty } from '../../ui/empty.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { useMe } from '../../domain/session/queries.ts';
import styles from './home-page.module.css';
import { openPages } from '../../domain/admin/pages.ts';
import { adminPath } from '../../domain/paths.ts';

/** Choice of the municipality; a person with one only is sent on. */
export function Page() {
  const t = useTranslations('admin');
  const choosing = useLocation({ select: ({ search }) => 'choose' in search });
  const memberships = useMe()
    .municipalities.map((membership) => ({ ...membership, pages: openPages(membership.can) }))
    .filter(({ pages }) => pages.length > 0);
  const [only, another] = memberships;
  // The pages of rounds are not under /admin.
  const first = only?.pages.find((page) => page !== 'rounds');
  if (only && first && !another && !choosing)
    return <Navigate to={`/admin/$slug/${first}`} params={{ slug: only.slug }} replace />;
  return (
    <>
      <PageHeading title={t('title')}>{t('title')}</PageHeading>
      {memberships.length === 0 ? (
        <Empty
          title={t('noRight')}
          actions={
            <a href="/" className={buttonClass({ variant: 'primary' })}>
              {t('home')}
            </a>
          }
        >
          <p>{t('nowhere')}</p>
        </Empty>
      ) : (
        <>
          <Lead>{t('choose')}</Lead>
          <div className={styles['places']}>
            <Cards wide>
              {memberships.map(({ slug, name, pages }) => (
                <Card key={slug}>
                  <h2>
                    <LocalizedText text={name} />
                  </h2>
                  <ul className={styles['pages']}>
                    {pages.map((page) => (
                      <li key={page}>
                        <a href={adminPath(slug, page)}>{t(`page.${page}`)}</a>
                      </li>
                    ))}
                  </ul>
                </Card>
              ))}
            </Cards>
          </div>
        </>
      )}
    </>
  );
}
