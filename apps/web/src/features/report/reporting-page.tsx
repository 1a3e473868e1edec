import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Empty } from '../../ui/empty.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { QueryPage } from '../../ui/query-page.tsx';
import { chooseDesk } from './desks.ts';
import { DeskSwitch } from './desk-switch.tsx';
import { DeskView } from './desk-view.tsx';
import { reportingQuery } from './queries.ts';
import styles from './reporting.module.css';

/** What somebody's departments answer for; of all departments for whoever reads them all. */
export function Page() {
  const t = useTranslations('reporting');
  const app = useTranslations('app');
  const query = useQuery(reportingQuery);
  const { desk: wanted } = useSearch({ strict: false }) as { desk?: readonly string[] };
  const missing = { title: t('title'), text: t('none'), href: '/', link: app('notFound.home') };
  return (
    <QueryPage query={query} title={t('title')} missing={missing}>
      {({ desks }) => {
        const desk = chooseDesk(desks, wanted?.[0]);
        return (
          <div className={styles['page']}>
            {desk ? (
              <>
                <DeskSwitch desks={desks} desk={desk} />
                <DeskView desk={desk} />
              </>
            ) : (
              <>
                <PageHeading title={t('title')}>{t('title')}</PageHeading>
                <Empty title={t('none')}>
                  <p>{t('noneText')}</p>
                </Empty>
              </>
            )}
          </div>
        );
      }}
    </QueryPage>
  );
}
