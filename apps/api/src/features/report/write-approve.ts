import type { Tx } from '@vointi/db/client.ts';
import type { Input } from '@vointi/shared/http/route.ts';
import type { ReportedRow, reportWriteApi } from '@vointi/shared/report/write-contract.ts';
import { AppError, stale } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import { mutate } from '../../platform/mutate.ts';
import { createReturnNotice } from '../reminder/public.ts';
import { personOf } from '../../platform/serve.ts';
import { toReportedRow } from './assignment-in-round.ts';
import { assertMay, assertOpen, type Writing } from './rights.ts';
import { approvedAnswer, loadSentAnswers, type SentAnswer, whyNotApproved } from './sent-answers.ts';
import { answering, writeAnswers, type Written } from './write-answer.ts';

type DecisionInput = Pick<Input<typeof reportWriteApi.approve>, 'params' | 'body'>;

const actions = ['report.approve', 'report.return'] as const;
type Outcome = { result: ReportedRow; audit: Written<(typeof actions)[number]>['audit'] };

/** Makes the sent answer the department's answer, or returns it to its author. */
export const approveReport = (context: Context, writing: Writing, input: DecisionInput): Promise<ReportedRow> =>
  mutate(context, writing, { ...answering, action: actions }, async (tx) => {
    const sentAnswer = await loadSentAnswer(tx, writing, input);
    return input.body.decision === 'approve'
      ? approveIn(tx, writing, sentAnswer)
      : returnIn(tx, writing, sentAnswer, input.body.comment);
  });

/** @throws AppError not_found; locked; conflict when the draft has changed since the approver read it, or no longer waits */
async function loadSentAnswer(tx: Tx, writing: Writing, { params, body }: DecisionInput): Promise<SentAnswer> {
  const { roundId, assignmentId } = params;
  const { draftId, version } = body;
  const [sentAnswer] = await loadSentAnswers(tx, writing, { roundId, drafts: [{ assignmentId, draftId, version }] });
  const assignment = sentAnswer?.assignment;
  assertMay(writing.actor, 'report:approve', assignment);
  // Another person approved or returned it, or its author changed or deleted it.
  if (!sentAnswer?.sent) throw stale(toReportedRow(assignment));
  assertOpen(assignment, writing.at);
  return sentAnswer;
}

async function approveIn(tx: Tx, { actor, at }: Writing, { sent, ...rest }: SentAnswer): Promise<Outcome> {
  const { assignment } = rest;
  if (!sent || whyNotApproved({ sent, ...rest }) !== null) throw stale(toReportedRow(assignment));
  const answer = approvedAnswer({ sent, ...rest }, personOf(actor).userId);
  const { assignments, audit } = await writeAnswers(tx, [answer], { at, action: 'report.approve' });
  return { result: toReportedRow(assignments[0] ?? assignment), audit };
}

async function returnIn(tx: Tx, writing: Writing, { assignment, sent }: SentAnswer, text: string): Promise<Outcome> {
  const { draft, municipalityId, roundId, assignmentId } = assignment;
  const { userId: authorId } = personOf(writing.actor);
  if (!draft || !sent) throw new AppError('not_found');
  const { version } = await tx.reportDraft.update({
    where: { id: draft.id, municipalityId },
    data: { sentAt: null, returnedAt: writing.at, version: { increment: 1 } },
    select: { version: true },
  });
  const { id: comment } = await tx.reportComment.create({
    data: { municipalityId, roundId, assignmentId, authorId, text, createdAt: writing.at },
    select: { id: true },
  });
  const { departmentId } = assignment;
  const place = { municipalityId, roundId, departmentId, assignmentId };
  await createReturnNotice(tx, writing.at, { ...place, commentId: comment, authorId: sent.author.id });
  const after = { round: roundId, draft: draft.id, version, comment };
  return {
    result: toReportedRow({ ...assignment, draft: null }),
    audit: [{ municipalityId, action: 'report.return', subject: `assignment:${assignmentId}`, after }],
  };
}
