import { useQueryClient } from '@tanstack/react-query';
import { changedFigures, isStale } from '@vointi/shared/report/approval-staleness.ts';
import type { Draft, ReportingRow } from '@vointi/shared/report/contract.ts';
import { maxComment } from '@vointi/shared/report/limits.ts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Light } from '../../domain/measure/light.tsx';
import { answerOf as lightOf } from '../../domain/measure/status.ts';
import { useStatusWord } from '../../domain/measure/text.ts';
import { announce } from '../../lib/announce.tsx';
import { useFormat } from '../../lib/format.ts';
import { codeOf, ProblemError } from '../../lib/problem.ts';
import { useLocalizedText } from '../../lib/text.tsx';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/form/text-area.tsx';
import { Notice } from '../../ui/notice.tsx';
import { AnswerText } from './answer-text.tsx';
import { reportingKey, sendDecision } from './api.ts';
import styles from './approvals.module.css';
import { decided } from './decided.ts';
import { focusHeading, useFigureText } from './fields.ts';
import { useOpenForm } from './use-reporting-form.ts';

export type WaitingDraft = ReportingRow['otherDrafts'][number];

type CardProps = { row: ReportingRow; draft: WaitingDraft; older: readonly WaitingDraft[] };

/** A row's newest waiting answer, and beside it the older ones, which can only be returned. */
export function ApprovalCard({ row, draft, older }: CardProps) {
  const t = useTranslations('reporting');
  const localize = useLocalizedText();
  return (
    <li className={styles['approval']}>
      <h3 {...localize.in(row.measure.title)} />
      <FormerLight row={row} />
      <Decision row={row} draft={draft} isOlder={false} />
      {older.map((one) => (
        <section key={one.id} className={styles['older']} aria-label={t('older', { name: one.author })}>
          <h4>{t('older', { name: one.author })}</h4>
          <Decision row={row} draft={one} isOlder />
        </section>
      ))}
    </li>
  );
}

/** "Ennen: Etenee, Syksy 2023" */
function FormerLight({ row: { report, previous } }: { row: ReportingRow }) {
  const t = useTranslations('reporting');
  const localize = useLocalizedText();
  const word = useStatusWord();
  const format = useFormat();
  const last = report ?? previous;
  if (!last) return <p className={styles['who']}>{t('never')}</p>;
  const when = report ? report.reportedAt && format.date(report.reportedAt) : previous && localize(previous.round);
  return (
    <p className={styles['who']}>
      <span>{t('before')}</span>
      <Light status={lightOf(last.progress)} size="s" />
      {word(lightOf(last.progress))}
      {when && <span>{when}</span>}
    </p>
  );
}

type Props = { row: ReportingRow; draft: WaitingDraft; isOlder: boolean };

function Decision({ row, draft, isOlder }: Props) {
  const t = useTranslations('reporting');
  const localize = useLocalizedText();
  const word = useStatusWord();
  const format = useFormat();
  const problemText = useProblemText();
  const client = useQueryClient();
  const { store } = useOpenForm();
  const [isReturning, setReturning] = useState(false);
  const [comment, setComment] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const measure = localize(row.measure.title);
  const last = row.report ?? row.previous;
  const isLate = isStale(draft, { version: row.report?.version ?? 0, last, figures: row.figures });
  const decide = async (decision: 'approve' | 'return') => {
    if (isBusy) return;
    if (decision === 'return' && comment.trim() === '') {
      setProblem(t('returnNeeds'));
      return;
    }
    setBusy(true);
    const which = { draftId: draft.id, version: draft.version };
    const body = decision === 'approve' ? { decision, ...which } : { decision, ...which, comment: comment.trim() };
    const roundId = store.get().form.round?.id ?? '';
    try {
      const now = await sendDecision(roundId, row.assignmentId, body);
      store.put(row.assignmentId, (entry) => decided(entry, now, draft.id));
      announce(t(decision === 'approve' ? 'approved' : 'returned', { measure }));
      // The decided answer disappears, and the list with the last one.
      requestAnimationFrame(() => {
        const list = document.getElementById('approvals');
        if (list?.checkVisibility()) list.focus();
        else focusHeading();
      });
    } catch (error) {
      setProblem(codeOf(error) === 'conflict' ? t('approvalChanged') : problemText(error));
      if (!(error instanceof ProblemError)) throw error;
    } finally {
      setBusy(false);
      void client.invalidateQueries({ queryKey: reportingKey });
    }
  };
  return (
    <>
      <p className={styles['who']}>
        <span>{t('now')}</span>
        <Light status={lightOf(draft.progress)} size="s" />
        <b>{word(lightOf(draft.progress))}</b>
        <span>{t('sentBy', { name: draft.author, when: format.dateTime(draft.sentAt ?? draft.updatedAt) })}</span>
      </p>
      {draft.confirmed && <p>{t('sentSame')}</p>}
      <AnswerText note={draft.note} evidence={draft.evidence} row={row} figures={draft.figures} />
      {draft.onBehalfOf !== '' && <p className={styles['who']}>{t('sentFrom', { name: draft.onBehalfOf })}</p>}
      {isOlder ? <p>{t('olderWhy')}</p> : isLate && <StaleApprovalNotice row={row} draft={draft} />}
      {isReturning && (
        <TextArea
          label={t('returnWhy')}
          rows={2}
          maxLength={maxComment}
          value={comment}
          error={problem}
          onChange={({ target }) => {
            setComment(target.value);
            setProblem(undefined);
          }}
        />
      )}
      {!isReturning && <div role="alert">{problem && <p>{problem}</p>}</div>}
      <div className={styles['actions']}>
        {isReturning ? (
          <>
            <Button variant="primary" aria-label={`${t('return')}: ${measure}`} onClick={() => void decide('return')}>
              {t('return')}
            </Button>
            <Button variant="quiet" onClick={() => setReturning(false)}>
              {t('cancel')}
            </Button>
          </>
        ) : (
          <>
            {!isLate && !isOlder && (
              <Button
                variant="primary"
                aria-label={`${t('approve')}: ${measure}`}
                onClick={() => void decide('approve')}
              >
                {t('approve')}
              </Button>
            )}
            <Button aria-label={`${t('returnOpen')}: ${measure}`} onClick={() => setReturning(true)}>
              {t('returnOpen')}
            </Button>
          </>
        )}
      </div>
    </>
  );
}

/** Warns that the answer or its figures changed after this one was sent, and lists the changed figures. */
function StaleApprovalNotice({ row, draft }: { row: ReportingRow; draft: Draft }) {
  const t = useTranslations('reporting');
  const localize = useLocalizedText();
  const figureText = useFigureText();
  const changed = changedFigures(draft, row.figures);
  return (
    <Notice tone="warning" icon="alert" live>
      <p>{t('approvalLate')}</p>
      {changed.map((figure) => (
        <p key={figure.indicator}>
          {t('figureNow', { name: localize(figure.name), value: figureText(figure) || t('figureGone') })}
        </p>
      ))}
    </Notice>
  );
}
