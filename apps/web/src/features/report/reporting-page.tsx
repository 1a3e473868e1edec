import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { Empty } from '../../ui/empty.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { QueryPage } from '../../ui/query-page.tsx';
import { useMe } from '../../domain/session/queries.ts';
import styles from './desk.module.css';
import { deskWorkOf, hasCopies } from './desk-stores.ts';
import { DeskList } from './desk-list.tsx';
import { DeskNav } from './desk-nav.tsx';
import { DeskView } from './desk-view.tsx';
import { chooseDesk, deskKey, wantedOf } from './desks.ts';
import { type Asked, reportingQuery } from './queries.ts';

/** What somebody's departments answer for; one department's form at a time. */
export function Page() {
  const t = useTranslations('reporting');
  const app = useTranslations('app');
  const wanted = wantedOf(useSearch({ strict: false }));
  const isOverseer = useMe().municipalities.some(
    ({ can }) => can.includes('round:read') && can.includes('report:read'),
  );
  // One's own few come at once; of a whole municipality only the one that is looked at.
  const query = useQuery(reportingQuery(isOverseer ? wanted : {}));
  const missing = { title: t('title'), text: t('none'), href: '/reporting', link: app('notFound.home') };
  return (
    <QueryPage query={query} title={t('title')} missing={missing}>
      {(asked) => (
        <div className={styles['page']}>
          <Desks asked={asked} isOverseer={isOverseer} />
        </div>
      )}
    </QueryPage>
  );
}

function Desks({ asked, isOverseer }: { asked: Asked; isOverseer: boolean }) {
  const t = useTranslations('reporting');
  const me = useMe();
  const wanted = wantedOf(useSearch({ strict: false }));
  const { desks, askedAt } = asked;
  useEffect(() => {
    // What an earlier page could not send goes on, whichever department is looked at.
    for (const desk of desks) if (hasCopies(me.id, desk)) deskWorkOf(me.id, desk);
  }, [me.id, desks]);
  if (isOverseer && wanted.department === undefined && desks.length > 1) return <DeskList desks={desks} />;
  const desk = chooseDesk(desks, wanted);
  if (!desk) {
    return (
      <>
        <PageHeading title={t('title')}>{t('title')}</PageHeading>
        <Empty title={t('none')}>
          <p>{t('noneText')}</p>
        </Empty>
      </>
    );
  }
  return (
    <>
      {isOverseer && <a href="/reporting">{t('allDepartments')}</a>}
      {!isOverseer && desks.length > 1 && <DeskNav desks={desks} current={desk} />}
      <DeskView key={deskKey(desk)} desk={desk} askedAt={askedAt} />
    </>
  );
}
