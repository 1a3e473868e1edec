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

type Decided = Pick<Input<typeof reportWriteApi.approve>, 'params' | 'body'>;
type Waiting = { assignment: AssignmentInRound; author: { id: string; name: string }; sentAt: Date };

/** Makes what was sent the department's answer, or gives it back to its author. */
const actions = ['report.approve', 'report.return'] as const;
type Approval = { result: ReportedRow; audit: Written<(typeof actions)[number]>['audit'] };

export const approveReport = (context: Context, writing: Writing, decided: Decided): Promise<ReportedRow> =>
  mutate(context, writing, { ...answering, action: actions }, async (tx) => {
    const waiting = await takeWaiting(tx, writing, decided);
    return decided.body.decision === 'approve'
      ? approveIn(tx, writing, waiting)
      : returnIn(tx, writing, waiting, decided.body.comment);
  });

const WaitingDraft = z.strictObject({
  authorId: z.uuid(),
  version: z.int(),
  sentAt: z.date().nullable(),
  author: z.string(),
});

/** @throws AppError not_found; locked; conflict when it is not what the approver read, or no longer waits */
async function takeWaiting(tx: Tx, { actor, at }: Writing, { params, body }: Decided): Promise<Waiting> {
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
  // Sent and approved, or given up, since it was read.
  if (!draft?.sentAt || draft.version !== body.version) throw stale(toReportedRow(assignment));
  assertOpen(assignment, at);
  return { assignment, author: { id: draft.authorId, name: draft.author }, sentAt: draft.sentAt };
}

async function approveIn(tx: Tx, { actor, at }: Writing, waiting: Waiting): Promise<Approval> {
  const { assignment, author, sentAt } = waiting;
  const { draft } = assignment;
  const now = { version: knownVersion(assignment), last: answerToRepeat(assignment), figures: assignment.figures };
  if (!draft || isStale(draft, now)) throw stale(toReportedRow(assignment));
  const { userId } = personOf(actor);
  const answer = { ...sentOf(assignment, draft), assignment, author, approverId: userId, submittedAt: sentAt };
  const { assignments, audit } = await writeAnswers(tx, [answer], { at, action: 'report.approve' });
  return { result: toReportedRow(assignments[0] ?? assignment), audit };
}

const textOf = (typed: string): Text | null => (typed.trim() === '' ? null : { fi: typed.trim() });

function sentOf(assignment: AssignmentInRound, draft: Draft): NewAnswer {
  const onBehalfOf = draft.onBehalfOf === '' ? null : draft.onBehalfOf;
  // In all its languages; it is what was sent, or the answer was overtaken.
  const said = draft.confirmed ? answerToRepeat(assignment) : null;
  const { progress, note, evidence } = said ?? {
    progress: draft.progress,
    note: textOf(draft.note),
    evidence: textOf(draft.evidence),
  };
  const figures = assignment.figures.flatMap(({ indicator, id, kind, decimals, version }) => {
    const typed = draft.figures[indicator];
    const value = typed === undefined ? undefined : parseFigure(kind, typed, decimals).value;
    return value ? [{ ...value, indicator, id, version }] : [];
  });
  return { progress, note, evidence, confirmed: draft.confirmed, onBehalfOf, figures };
}

async function returnIn(tx: Tx, writing: Writing, { assignment }: Waiting, text: string): Promise<Approval> {
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
