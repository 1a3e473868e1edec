import { useState, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { announce } from '../../lib/announce.tsx';
import { useFormat } from '../../lib/format.ts';
import { useLocalizedText } from '../../lib/text.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './action-bar.module.css';
import type { SendResult } from './actions.ts';
import { figureField } from './check.ts';
import { conflictId } from './conflict-panel.tsx';
import { conflictOf, isChanged, isUnsaved } from './entry.ts';
import { focusField } from './fields.ts';
import { behalfId } from './on-behalf-field.tsx';
import { changedIds, type ReportingFormState, isAllSent, restIds } from './reporting-form-store.ts';
import { useActions, useReportingFormState } from './use-reporting-form.ts';

/** Shows what is saved, with two buttons: confirm the rest unchanged, and send. Both go when nothing is left to do. */
export function ActionBar() {
  const t = useTranslations('reporting');
  const localize = useLocalizedText();
  const actions = useActions();
  const state = useReportingFormState();
  const [message, setMessage] = useState('');
  const rest = restIds(state).length;
  const changed = changedIds(state).length;
  const conflicts = [...state.entries.values()].filter((entry) => conflictOf(entry) !== null);
  const problemText = (problems: SendResult['problems']) => {
    const [first] = problems;
    const row = first && state.entries.get(first.id)?.row;
    if (!row) return '';
    const names = { progress: t('fieldLight'), note: t('why'), evidence: t('evidence') } as Record<string, string>;
    const figure = row.figures.find(({ indicator }) => figureField(indicator) === first.field);
    const field = figure ? `${localize(figure.name)}.` : (names[first.field] ?? '');
    return t('problems', { count: problems.length, measure: localize(row.measure.title), field });
  };
  const announceText = (text: string) => {
    setMessage(text);
    announce(text);
  };
  const showResult = ({ queued, problems, lacksOnBehalfOf }: SendResult) => {
    if (lacksOnBehalfOf) {
      announceText(t('behalfNeeded'));
      document.getElementById(behalfId)?.focus();
    } else if (problems.length > 0) {
      announceText(problemText(problems));
      focusField(problems[0]);
    } else if (queued === 0 && conflicts[0]) {
      announceText(t('conflictsLeft', { count: conflicts.length }));
      document.getElementById(conflictId(conflicts[0].row.assignmentId))?.focus();
    } else setMessage('');
  };
  return (
    <div className={styles['foot']} role="group" aria-label={t('foot')}>
      <SaveState state={state} message={message} />
      <div className={styles['actions']}>
        {state.link === 'signedOut' && <Button onClick={() => actions.retry()}>{t('signInAgain')}</Button>}
        {!isAllSent(state) && (
          <>
            <Button
              className={styles['rest']}
              aria-disabled={rest === 0}
              onClick={() => rest > 0 && showResult(actions.confirmRest())}
            >
              {t('confirmRest', { count: rest })}
            </Button>
            <Button
              variant="primary"
              onClick={() => {
                if (changed === 0 && conflicts.length === 0) {
                  announceText(t('nothingToSend'));
                  return;
                }
                showResult(actions.send());
              }}
            >
              {changed > 0 ? t('sendCount', { count: changed }) : t('send')}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

function SaveState({ state, message }: { state: ReportingFormState; message: string }) {
  const t = useTranslations('reporting');
  const format = useFormat();
  const { link, entries, savedAt } = state;
  const all = [...entries.values()];
  const queued = all.filter((entry) => entry.queued !== null).length;
  const isUnder = all.some((entry) => isChanged(entry) && isUnsaved(entry));
  const isSent = isAllSent(state);
  const isBad = link !== 'ok' && (queued > 0 || isUnder);
  const stateText = () => {
    if (isBad && link === 'signedOut') return t('state.signedOut');
    if (isBad && queued > 0) return t(link === 'offline' ? 'queuedOffline' : 'queuedDown', { count: queued });
    if (isBad) return t(link === 'offline' ? 'state.offline' : 'state.down');
    if (queued > 0) return t('state.sending');
    if (isUnder) return t('state.saving');
    if (isSent) return t('allSent');
    if (message !== '') return message;
    return savedAt === null ? t('keptHere') : t('allSaved', { time: format.time(savedAt) });
  };
  return (
    <p className={cx(styles['state'], isBad && styles['bad'])}>
      {isBad && <Icon name="alert" />}
      {isSent && !isBad && <Icon name="check" />}
      <span>{stateText()}</span>
    </p>
  );
}

/** Announces to screen readers when saving stops and when it works again, not each save. */
export function useConnectionAnnouncements() {
  const t = useTranslations('reporting');
  const { link, entries } = useReportingFormState();
  const isWaiting = [...entries.values()].some((entry) => entry.queued !== null || isUnsaved(entry));
  const now = link !== 'ok' && isWaiting ? link : 'ok';
  const before = useRef(now);
  useEffect(() => {
    if (before.current === now) return;
    before.current = now;
    announce(now === 'ok' ? t('linkBack') : t(`state.${now}`));
  }, [now, t]);
}
