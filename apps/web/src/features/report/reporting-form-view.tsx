import type { ReportingForm } from '@vointi/shared/report/contract.ts';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useMe } from '../../domain/session/queries.ts';
import { useFormat } from '../../lib/format.ts';
import { useLocalizedText } from '../../lib/text.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ActionBar, useConnectionAnnouncements } from './action-bar.tsx';
import { isChanged } from './entry.ts';
import { OnBehalfField } from './on-behalf-field.tsx';
import { minutesFor, progressOf } from './reporting-form-store.ts';
import styles from './reporting-form.module.css';
import { formKey, openForm } from './reporting-forms.ts';
import { RowCard } from './row-card.tsx';
import { isOverdue } from './row-state.ts';
import { SentSummary } from './sent-summary.tsx';
import { ReportingFormContext, useReportingForm, useVisit, useReportingFormState } from './use-reporting-form.ts';

// Most people approve nothing.
const Approvals = lazy(async () => ({ default: (await import('./approvals.tsx')).Approvals }));

/** One department's form. */
export function ReportingFormView({ form, askedAt }: { form: ReportingForm; askedAt: number }) {
  const me = useMe();
  // The effect below renews the form; its open state stays the same for the round.
  // oxlint-disable-next-line react/exhaustive-deps
  const work = useMemo(() => openForm(me.id, form), [me.id, formKey(form)]);
  useEffect(() => {
    if (!work.syncQueue.hasWrittenSince(askedAt)) work.store.replaceForm(form);
  }, [work, form, askedAt]);
  return (
    <ReportingFormContext value={work}>
      <ReportingFormParts />
    </ReportingFormContext>
  );
}

function ReportingFormParts() {
  const t = useTranslations('reporting');
  const localize = useLocalizedText();
  const order = useReportingForm((state) => state.order);
  const form = useReportingForm((state) => state.form);
  useVisit();
  useConnectionAnnouncements();
  const { municipality, year, department, lock, can } = form;
  const planName = `${localize(municipality.name)} ${year}`;
  const canWrite = can.report && lock?.isOpen === true && form.round !== null;
  return (
    <article className={styles['form']}>
      <header className={styles['head']}>
        <p className={styles['plan']}>
          {t('title')} · {planName}
        </p>
        <PageHeading
          title={`${t('title')}, ${localize(department.name)}`}
          context={planName}
          {...localize.in(department.name)}
        />
        <Lead />
      </header>
      <LockNotice />
      {order.length === 0 ? (
        <Empty title={t('noneHere')} />
      ) : (
        <>
          {form.round !== null && lock?.isOpen === true && <ProgressLine />}
          <SentSummary />
          {form.can.approve && (
            <Suspense fallback={null}>
              <Approvals />
            </Suspense>
          )}
          {canWrite && <OnBehalfField />}
          <ol className={styles['rows']} aria-label={t('rows')}>
            {order.map((id) => (
              <RowCard key={id} id={id} canWrite={canWrite} />
            ))}
          </ol>
          {canWrite && <ActionBar />}
        </>
      )}
    </article>
  );
}

/** "Kevät 2024 · auki 30.04.2024 saakka · 10 toimenpidettä · viime kierroksen vastaukset valmiina" */
function Lead() {
  const t = useTranslations('reporting');
  const localize = useLocalizedText();
  const format = useFormat();
  const { round, lock, rows, can, approvalStep } = useReportingForm((state) => state.form);
  const isOpen = lock?.isOpen === true;
  const parts = [
    round && localize(round.name),
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

/** Says why the form is locked, since when and who can open it; or until when a reopened or overdue form is open. */
function LockNotice() {
  const t = useTranslations('reporting');
  const format = useFormat();
  const { form, entries } = useReportingFormState();
  const { lock, round, can } = form;
  if (round === null || lock === null) return <Notice>{t('noRound')}</Notice>;
  if (lock.isOpen) {
    if (!can.report) return <Notice>{t('readOnly')}</Notice>;
    if (lock.isReopened && lock.until) return <Notice>{t('reopened', { day: format.lastDay(lock.until) })}</Notice>;
    if (isOverdue(form, Date.now()) && lock.until) {
      return (
        <Notice icon="alert" tone="warning">
          {t('overdue', { day: format.lastDay(lock.until) })}
        </Notice>
      );
    }
    return null;
  }
  const { why, since } = lock;
  const hasUnsent = [...entries.values()].some((entry) => isChanged(entry));
  const when = since === null ? null : format.dateTime(since);
  return (
    <Notice icon="alert" tone="warning" live>
      <p>
        <b>{t(`locked.${why}`)}</b>{' '}
        {why === 'closed'
          ? when === null
            ? ''
            : t('locked.since', { when })
          : when === null
            ? ''
            : t('locked.opens', { when })}
      </p>
      <p>{t(why === 'closed' ? 'locked.who' : 'locked.wait')}</p>
      {hasUnsent && <p>{t('locked.unsent')}</p>}
    </Notice>
  );
}

/** How many rows are answered and unsent, and how long the rest will take. */
function ProgressLine() {
  const t = useTranslations('reporting');
  const { total, answered, waiting, ready, left, unsent } = progressOf(useReportingFormState());
  const share = (count: number) => ({ width: `${(100 * count) / total}%` });
  return (
    <div className={styles['progress']}>
      <b>{t('answered', { answered, total })}</b>
      {waiting > 0 && <span>{t('waiting', { count: waiting })}</span>}
      <span className={styles['track']} aria-hidden="true">
        <i style={share(answered)} />
        <i className={styles['waiting']} style={share(waiting)} />
        <i className={styles['ready']} style={share(ready)} />
      </span>
      <span className={styles['left']}>
        {unsent > 0 && t('ready', { count: unsent })}
        {unsent > 0 && left > 0 && ' · '}
        {left > 0 && t('minutes', { count: minutesFor(left) })}
        {left === 0 && unsent === 0 && t(waiting === 0 ? 'allAnswered' : 'allSentHere')}
      </span>
    </div>
  );
}
