import type { Desk } from '@vointi/shared/report/contract.ts';
import { useEffect, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../lib/format.ts';
import { useText } from '../../lib/text.tsx';
import { Empty } from '../../ui/empty.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { useMe } from '../../domain/session/queries.ts';
import { Approvals } from './approvals.tsx';
import styles from './desk.module.css';
import { deskWorkOf } from './desk-stores.ts';
import { FootBar } from './foot-bar.tsx';
import { LockNotice } from './lock-notice.tsx';
import { OnBehalfField } from './on-behalf-field.tsx';
import { ProgressLine } from './progress-line.tsx';
import { RowCard } from './row-card.tsx';
import { Thanks } from './thanks.tsx';
import { DeskContext, useDesk } from './use-desk.ts';
import { useLinkWords } from './use-link-words.ts';
import { useVisit } from './use-visit.ts';

/** One department's form. */
export function DeskView({ desk, askedAt }: { desk: Desk; askedAt: number }) {
  const me = useMe();
  const { round, department, municipality } = desk;
  // The desk itself is renewed below; the work on it is one for the round.
  // oxlint-disable-next-line react/exhaustive-deps
  const work = useMemo(() => deskWorkOf(me.id, desk), [me.id, round?.id, department.slug, municipality.slug]);
  useEffect(() => {
    if (!work.pump.hasWrittenSince(askedAt)) work.store.takeDesk(desk);
  }, [work, desk, askedAt]);
  return (
    <DeskContext value={work}>
      <DeskParts />
    </DeskContext>
  );
}

function DeskParts() {
  const t = useTranslations('reporting');
  const say = useText();
  const order = useDesk((state) => state.order);
  const desk = useDesk((state) => state.desk);
  useVisit();
  useLinkWords();
  const { municipality, year, department, lock, can } = desk;
  const place = `${say(municipality.name)} ${year}`;
  const canWrite = can.report && lock?.isOpen === true && desk.round !== null;
  return (
    <article className={styles['desk']}>
      <header className={styles['head']}>
        <p className={styles['place']}>
          {t('title')} · {place}
        </p>
        <PageHeading title={`${t('title')}, ${say(department.name)}`} place={place} {...say.in(department.name)} />
        <Lead />
      </header>
      <LockNotice />
      {order.length === 0 ? (
        <Empty title={t('noneHere')} />
      ) : (
        <>
          {desk.round !== null && lock?.isOpen === true && <ProgressLine />}
          <Thanks />
          <Approvals />
          {canWrite && <OnBehalfField />}
          <ol className={styles['rows']} aria-label={t('rows')}>
            {order.map((id) => (
              <RowCard key={id} id={id} canWrite={canWrite} />
            ))}
          </ol>
          {canWrite && <FootBar />}
        </>
      )}
    </article>
  );
}

/** "Kevät 2024 · auki 30.04.2024 saakka · 10 toimenpidettä · viime kierroksen vastaukset valmiina" */
function Lead() {
  const t = useTranslations('reporting');
  const say = useText();
  const format = useFormat();
  const { round, lock, rows, can, approvalStep } = useDesk((state) => state.desk);
  const isOpen = lock?.isOpen === true;
  const parts = [
    round && say(round.name),
    isOpen && lock.until && t('openUntil', { day: format.lastDay(lock.until) }),
    t('lead', { count: rows.length }),
    isOpen && can.report && rows.some(({ previous }) => previous !== null) && t('leadLast'),
  ];
  return (
    <p className={styles['lead']}>
      {parts.filter(Boolean).join(' · ')}
      {isOpen && can.report && approvalStep && !can.approve && `. ${t('approvalStep')}`}
    </p>
  );
}
