import * as z from 'zod';
import type { Tx } from '@vointi/db/client.ts';
import type { Draft } from '@vointi/shared/report/contract.ts';
import type { Input } from '@vointi/shared/http/route.ts';
import { parseFigure } from '@vointi/shared/indicator/figures.ts';
import { isStale } from '@vointi/shared/report/approval-staleness.ts';
import type { ReportedRow, reportWriteApi } from '@vointi/shared/report/write-contract.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import { AppError, stale } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import { mutate } from '../../platform/mutate.ts';
import { shareRound } from '../../platform/round-lock.ts';
import { personOf } from '../../platform/serve.ts';
import { queryRows, sql } from '../../platform/sql.ts';
import type { NewAnswer } from './answer.ts';
import {
  knownVersion,
  answerToRepeat,
  type AssignmentInRound,
  loadAssignmentsForUpdate,
  toReportedRow,
} from './assignment-in-round.ts';
import { assertMay, assertOpen, reachOf, type Writing } from './rights.ts';
import { answering, writeAnswers, type Written } from './write-answer.ts';

type DecisionInput = Pick<Input<typeof reportWriteApi.approve>, 'params' | 'body'>;
type SentAnswer = { assignment: AssignmentInRound; author: { id: string; name: string }; sentAt: Date };

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

const WaitingDraft = z.strictObject({
  authorId: z.uuid(),
  version: z.int(),
  sentAt: z.date().nullable(),
  author: z.string(),
});

/** @throws AppError not_found; locked; conflict when the draft has changed since the approver read it, or no longer waits */
async function loadSentAnswer(tx: Tx, { actor, at }: Writing, { params, body }: DecisionInput): Promise<SentAnswer> {
  const { roundId, assignmentId } = params;
  const reach = reachOf(actor, 'report:approve');
  await shareRound(tx, { roundId, assignmentIds: [assignmentId], reach });
  const [draft] = await queryRows(
    tx,
    WaitingDraft,
    sql`
    select d."authorId", d.version, d."sentAt", w."displayName" as author
    from "ReportDraft" d join "User" w on w.id = d."authorId" join "Assignment" a on a.id = d."assignmentId"
    where d.id = ${body.draftId}::uuid and d."roundId" = ${roundId}::uuid and a.id = ${assignmentId}::uuid
      and (a."municipalityId" = any(${reach.municipalities}::uuid[])
        or a."departmentId" = any(${reach.departments}::uuid[]))
    for update of d`,
  );
  const [assignment] = await loadAssignmentsForUpdate(tx, {
    roundId,
    assignments: [{ assignmentId, version: 0 }],
    userId: draft?.authorId ?? personOf(actor).userId,
    reach,
  });
  assertMay(actor, 'report:approve', assignment);
  // Another person approved or returned it, or its author changed or deleted it.
  if (!draft?.sentAt || draft.version !== body.version) throw stale(toReportedRow(assignment));
  assertOpen(assignment, at);
  return { assignment, author: { id: draft.authorId, name: draft.author }, sentAt: draft.sentAt };
}

async function approveIn(tx: Tx, { actor, at }: Writing, sentAnswer: SentAnswer): Promise<Outcome> {
  const { assignment, author, sentAt } = sentAnswer;
  const { draft } = assignment;
  const now = { version: knownVersion(assignment), last: answerToRepeat(assignment), figures: assignment.figures };
  if (!draft || isStale(draft, now)) throw stale(toReportedRow(assignment));
  const { userId } = personOf(actor);
  const answer = { ...answerOfDraft(assignment, draft), assignment, author, approverId: userId, submittedAt: sentAt };
  const { assignments, audit } = await writeAnswers(tx, [answer], { at, action: 'report.approve' });
  return { result: toReportedRow(assignments[0] ?? assignment), audit };
}

const textOf = (text: string): Text | null => (text.trim() === '' ? null : { fi: text.trim() });

function answerOfDraft(assignment: AssignmentInRound, draft: Draft): NewAnswer {
  const onBehalfOf = draft.onBehalfOf === '' ? null : draft.onBehalfOf;
  // The repeated answer has all its languages. It is the one that was sent: `isStale` has compared the two.
  const repeated = draft.confirmed ? answerToRepeat(assignment) : null;
  const { progress, note, evidence } = repeated ?? {
    progress: draft.progress,
    note: textOf(draft.note),
    evidence: textOf(draft.evidence),
  };
  const figures = assignment.figures.flatMap(({ indicator, id, kind, decimals, version }) => {
    const figureText = draft.figures[indicator];
    const value = figureText === undefined ? undefined : parseFigure(kind, figureText, decimals).value;
    return value ? [{ ...value, indicator, id, version }] : [];
  });
  return { progress, note, evidence, confirmed: draft.confirmed, onBehalfOf, figures };
}

async function returnIn(tx: Tx, writing: Writing, { assignment }: SentAnswer, text: string): Promise<Outcome> {
  const { draft, municipalityId, roundId, assignmentId } = assignment;
  const { userId: authorId } = personOf(writing.actor);
  if (!draft) throw new AppError('not_found');
  const { version } = await tx.reportDraft.update({
    where: { id: draft.id, municipalityId },
    data: { sentAt: null, version: { increment: 1 } },
    select: { version: true },
  });
  const { id: comment } = await tx.reportComment.create({
    data: { municipalityId, roundId, assignmentId, authorId, text, createdAt: writing.at },
    select: { id: true },
  });
  const after = { round: roundId, draft: draft.id, version, comment };
  return {
    result: toReportedRow({ ...assignment, draft: null }),
    audit: [{ municipalityId, action: 'report.return', subject: `assignment:${assignmentId}`, after }],
  };
}
