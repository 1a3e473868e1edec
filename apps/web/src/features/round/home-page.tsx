import { Navigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { LocalizedText } from '../../lib/text.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Card, Cards, Lead } from '../../ui/detail.tsx';
import { Empty } from '../../ui/empty.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { useMe } from '../../domain/session/queries.ts';
import { roundsPath } from '../../domain/paths.ts';

/** The rounds of the person's municipality, or a choice of several. */
export function Page() {
  const t = useTranslations('round');
  const admin = useTranslations('admin');
  const memberships = useMe().municipalities.filter(({ can }) => can.includes('round:read'));
  const [only, another] = memberships;
  if (only && !another) return <Navigate to="/rounds/$slug" params={{ slug: only.slug }} replace />;
  return (
    <>
      <PageHeading title={t('title')}>{t('title')}</PageHeading>
      {memberships.length === 0 ? (
        <Empty
          title={admin('noRight')}
          actions={
            <a href="/reporting" className={buttonClass({ variant: 'primary' })}>
              {t('toReporting')}
            </a>
          }
        >
          <p>{t('nowhere')}</p>
        </Empty>
      ) : (
        <>
          <Lead>{t('choose')}</Lead>
          <Cards wide>
            {memberships.map(({ slug, name }) => (
              <Card key={slug}>
                <h2>
                  <a href={roundsPath(slug)}>
                    <LocalizedText text={name} />
                  </a>
                </h2>
              </Card>
            ))}
          </Cards>
        </>
      )}
    </>
  );
}
