import { useQueryClient } from '@tanstack/react-query';
import { isOlder, isStale } from '@vointi/shared/report/approval-staleness.ts';
import type { ReportingRow } from '@vointi/shared/report/contract.ts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { announce } from '../../lib/announce.tsx';
import { ProblemError } from '../../lib/problem.ts';
import { useLocalizedText } from '../../lib/text.tsx';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type ApprovedAll, reportingKey, sendApprovals } from './api.ts';
import { ApprovalCard, type WaitingDraft } from './approval-card.tsx';
import styles from './approvals.module.css';
import { decided } from './decided.ts';
import { useOpenForm, useReportingFormState } from './use-reporting-form.ts';

/** A row with the answers that wait for the approver, the newest first. */
type Waiting = { row: ReportingRow; drafts: readonly WaitingDraft[] };

const waitingOf = (row: ReportingRow): Waiting => ({
  row,
  drafts: row.otherDrafts
    .filter(({ sentAt }) => sentAt !== null)
    .toSorted((one, other) => Number(isOlder(one, [other])) - Number(isOlder(other, [one]))),
});

const canApprove = ({ row, drafts: [newest] }: Waiting): boolean =>
  newest !== undefined &&
  !isStale(newest, { version: row.report?.version ?? 0, last: row.report ?? row.previous, figures: row.figures });

/** Answers that wait for the department's approver, who approves each or all, or returns one with a comment. */
export function Approvals() {
  const t = useTranslations('reporting');
  const { form, order, entries } = useReportingFormState();
  // What was not approved is told here, where it stays when the last card and the button have disappeared.
  const [result, setResult] = useState<ApprovedAll>();
  // Answers sent before the approval step was turned off still wait.
  if (!form.can.approve) return null;
  const waiting = order.flatMap((id): Waiting[] => {
    const row = entries.get(id)?.row;
    const one = row && waitingOf(row);
    return one && one.drafts.length > 0 ? [one] : [];
  });
  return (
    <section
      aria-labelledby="approvals"
      className={styles['approvals']}
      hidden={waiting.length === 0 && result === undefined}
    >
      <h2 id="approvals" tabIndex={-1}>
        {t('approvals', { count: waiting.length })}
      </h2>
      {result && <ApprovedAllNotice result={result} onClose={() => setResult(undefined)} />}
      {waiting.filter(canApprove).length > 1 && <ApproveAllButton waiting={waiting} onDone={setResult} />}
      <ul>
        {waiting.map(({ row, drafts: [newest, ...older] }) =>
          newest ? <ApprovalCard key={row.assignmentId} row={row} draft={newest} older={older} /> : null,
        )}
      </ul>
    </section>
  );
}

type ButtonProps = { waiting: readonly Waiting[]; onDone: (result: ApprovedAll) => void };

function ApproveAllButton({ waiting, onDone }: ButtonProps) {
  const t = useTranslations('reporting');
  const problemText = useProblemText();
  const client = useQueryClient();
  const { store } = useOpenForm();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const approveAll = async () => {
    if (isBusy) return;
    setBusy(true);
    setProblem(undefined);
    const { round, department } = store.get().form;
    // Those that cannot be approved too: the answer tells why.
    const drafts = waiting.flatMap(({ row, drafts: all }) =>
      all.map(({ id: draftId, version }) => ({ assignmentId: row.assignmentId, draftId, version })),
    );
    try {
      const result = await sendApprovals(round?.id ?? '', department.slug, { drafts });
      const left = new Set(result.skipped.map(({ draftId }) => draftId));
      for (const row of result.rows) {
        const gone = drafts.filter((one) => one.assignmentId === row.assignmentId && !left.has(one.draftId));
        for (const { draftId } of gone) store.put(row.assignmentId, (entry) => decided(entry, row, draftId));
      }
      onDone(result);
      announce(t('approvedAll', { count: result.rows.length }));
      requestAnimationFrame(() => document.getElementById('approvals')?.focus());
    } catch (error) {
      setProblem(problemText(error));
      if (!(error instanceof ProblemError)) throw error;
    } finally {
      setBusy(false);
      void client.invalidateQueries({ queryKey: reportingKey });
    }
  };
  return (
    <div className={styles['all']}>
      <Button variant="primary" aria-disabled={isBusy} onClick={() => void approveAll()}>
        {t('approveAll', { count: waiting.filter(canApprove).length })}
      </Button>
      <div role="alert">{problem && <p>{problem}</p>}</div>
    </div>
  );
}

/** How many were approved, and each that was not, with the reason. */
function ApprovedAllNotice({ result: { rows, skipped }, onClose }: { result: ApprovedAll; onClose: () => void }) {
  const t = useTranslations('reporting');
  const localize = useLocalizedText();
  const { entries } = useReportingFormState();
  return (
    <Notice {...(skipped.length > 0 && { tone: 'warning', icon: 'alert' })}>
      <p>{t('approvedAll', { count: rows.length })}</p>
      {skipped.length > 0 && (
        <>
          <p>{t('notApproved', { count: skipped.length })}</p>
          <ul className={styles['skipped']}>
            {skipped.map(({ assignmentId, draftId, why }) => {
              const row = entries.get(assignmentId)?.row;
              return (
                <li key={draftId}>
                  {row && <b {...localize.in(row.measure.title)} />} {t(`notApprovedWhy.${why}`)}
                </li>
              );
            })}
          </ul>
        </>
      )}
      <Button variant="quiet" size="small" onClick={onClose}>
        {t('close')}
      </Button>
    </Notice>
  );
}
