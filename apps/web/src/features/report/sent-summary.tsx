import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Light } from '../../domain/measure/light.tsx';
import { answerOf as lightOf } from '../../domain/measure/status.ts';
import { useStatusWord } from '../../domain/measure/text.ts';
import { announce } from '../../lib/announce.tsx';
import { useFormat } from '../../lib/format.ts';
import { LocalizedText, useLocalizedText } from '../../lib/text.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { conflictId } from './conflict-panel.tsx';
import { focusHeading, rowId } from './fields.ts';
import { progressOf } from './reporting-form-store.ts';
import styles from './sent-summary.module.css';
import { useActions, useReportingFormState } from './use-reporting-form.ts';

/** Lists what was sent, and how much is left. */
export function SentSummary() {
  const t = useTranslations('reporting');
  const localize = useLocalizedText();
  const word = useStatusWord();
  const format = useFormat();
  const actions = useActions();
  const state = useReportingFormState();
  const heading = useRef<HTMLHeadingElement>(null);
  const { batch, sentIds, entries, order, form, savedAt } = state;
  const isSettled = batch.length > 0 && batch.every((id) => entries.get(id)?.queued == null);
  const through = batch.filter((id) => sentIds.includes(id));
  const isShown = isSettled && through.length > 0;
  const lost = isSettled ? batch.filter((id) => !sentIds.includes(id)) : [];
  const firstLost = lost[0];
  const lostCount = lost.length;
  useEffect(() => {
    if (!isSettled) return;
    if (lostCount > 0) announce(t('notSent', { count: lostCount }));
    // Does not take the focus from a person who already writes the next row.
    const now = document.activeElement;
    if (now !== null && now !== document.body && !now.closest('button')) return;
    const panel = firstLost && document.getElementById(conflictId(firstLost));
    (panel || heading.current)?.focus();
  }, [isSettled, firstLost, lostCount, t]);
  if (!isShown) return null;
  const { left, ready, total } = progressOf(state);
  const first = order.find((id) => {
    const row = entries.get(id)?.row;
    return row?.state === 'missing' && row.waitingSince === null;
  });
  const isWaiting = through.some((id) => entries.get(id)?.row.draft?.sentAt);
  return (
    <section className={styles['thanks']} aria-labelledby="thanks">
      <h2 id="thanks" ref={heading} tabIndex={-1}>
        {t(isWaiting ? 'thanksWaiting' : 'thanks', { count: through.length })}
      </h2>
      {savedAt && <p className={styles['when']}>{t('thanksAt', { when: format.dateTime(savedAt) })}</p>}
      <ul>
        {through.map((id) => {
          const row = entries.get(id)?.row;
          if (!row) return null;
          const light = lightOf(row.draft?.sentAt ? row.draft.progress : (row.report?.progress ?? null));
          return (
            <li key={id}>
              <Light status={light} size="s" />
              <span>
                <LocalizedText text={row.measure.title} />: <b>{word(light)}</b>
              </span>
            </li>
          );
        })}
      </ul>
      <p>
        {left + ready > 0 ? t('thanksLeft', { count: left + ready }) : t('thanksAll', { total })}
        {through.length < batch.length && ` ${t('thanksNot', { count: batch.length - through.length })}`}
      </p>
      <div className={styles['actions']}>
        {left + ready > 0 && first ? (
          <Button
            onClick={() => {
              actions.closeSentSummary();
              document.getElementById(`${rowId(first)}-title`)?.focus();
            }}
          >
            {t('thanksNext')}
          </Button>
        ) : (
          <a href={`/${form.municipality.slug}/${form.year}`} className={buttonClass({})}>
            {t('thanksBoard', { place: `${localize(form.municipality.name)} ${form.year}` })}
          </a>
        )}
        <Button
          variant="quiet"
          onClick={() => {
            actions.closeSentSummary();
            focusHeading();
          }}
        >
          {t('close')}
        </Button>
      </div>
    </section>
  );
}
