import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../lib/format.ts';
import { announce } from '../../lib/announce.tsx';
import { T, useText } from '../../lib/text.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { answerOf as lightOf } from '../../domain/measure/status.ts';
import { Light } from '../../domain/measure/light.tsx';
import { useStatusWord } from '../../domain/measure/words.ts';
import { conflictId } from './conflict-panel.tsx';
import { progressOf } from './desk-store.ts';
import { focusHeading, rowId } from './field-id.ts';
import styles from './thanks.module.css';
import { useActions, useDeskState } from './use-desk.ts';

/** What was sent, by name, and what is left. */
export function Thanks() {
  const t = useTranslations('reporting');
  const say = useText();
  const word = useStatusWord();
  const format = useFormat();
  const actions = useActions();
  const state = useDeskState();
  const heading = useRef<HTMLHeadingElement>(null);
  const { batch, sent, entries, order, desk, savedAt } = state;
  const isSettled = batch.length > 0 && batch.every((id) => entries.get(id)?.queued == null);
  const through = batch.filter((id) => sent.includes(id));
  const isShown = isSettled && through.length > 0;
  const lost = isSettled ? batch.filter((id) => !sent.includes(id)) : [];
  const firstLost = lost[0];
  const lostCount = lost.length;
  useEffect(() => {
    if (!isSettled) return;
    if (lostCount > 0) announce(t('notSent', { count: lostCount }));
    // Not from somebody who has begun to write the next one.
    const now = document.activeElement;
    if (now !== null && now !== document.body && !now.closest('button')) return;
    const panel = firstLost && document.getElementById(conflictId(firstLost));
    (panel || heading.current)?.focus();
  }, [isSettled, firstLost, lostCount, t]);
  if (!isShown) return null;
  const { left, ready, total } = progressOf(state);
  const first = order.find((id) => entries.get(id)?.row.state === 'missing' && !entries.get(id)?.row.draft?.sentAt);
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
                <T text={row.measure.title} />: <b>{word(light)}</b>
              </span>
            </li>
          );
        })}
      </ul>
      <p>
        {left + ready > 0 ? t('thanksLeft', { count: left + ready }) : t('thanksAll', { total })}
        {through.length < batch.length && ` ${t('thanksNot', { count: batch.length - through.length })}`}
      </p>
      <div className={styles['deeds']}>
        {left + ready > 0 && first ? (
          <Button
            onClick={() => {
              actions.closeThanks();
              document.getElementById(`${rowId(first)}-title`)?.focus();
            }}
          >
            {t('thanksNext')}
          </Button>
        ) : (
          <a href={`/${desk.municipality.slug}/${desk.year}`} className={buttonClass({})}>
            {t('thanksBoard', { place: `${say(desk.municipality.name)} ${desk.year}` })}
          </a>
        )}
        <Button
          look="quiet"
          onClick={() => {
            actions.closeThanks();
            focusHeading();
          }}
        >
          {t('close')}
        </Button>
      </div>
    </section>
  );
}
