import * as z from 'zod';
import type { Tx } from '@vointi/db/client.ts';
import { parseFigure } from '@vointi/shared/indicator/figures.ts';
import { isOlder, isStale, type NotApprovedReason } from '@vointi/shared/report/approval-staleness.ts';
import type { Draft } from '@vointi/shared/report/contract.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import { shareRound } from '../../platform/round-lock.ts';
import { personOf } from '../../platform/serve.ts';
import { queryRows, sql } from '../../platform/sql.ts';
import type { NewAnswer } from './answer.ts';
import {
  answerToRepeat,
  type AssignmentInRound,
  knownVersion,
  loadAssignmentsForUpdate,
} from './assignment-in-round.ts';
import { reachOf, type Writing } from './rights.ts';
import type { Answer } from './write-answer.ts';

/** A draft as the approver saw it. */
export type NamedDraft = { assignmentId: string; draftId: string; version: number };

/** An answer that was sent to the approver, in its row. `sent` is null when it no longer waits as the approver saw it. */
export type SentAnswer = {
  draftId: string;
  assignment: AssignmentInRound;
  sent: { draft: Draft; author: { id: string; name: string }; sentAt: string } | null;
};

const WaitingDraft = z.strictObject({ id: z.uuid(), assignmentId: z.uuid(), authorId: z.uuid(), author: z.string() });

/** Locks the round against closing and the drafts against their authors; loads them with their rows, in one order. */
export async function loadSentAnswers(
  tx: Tx,
  { actor }: Writing,
  { roundId, drafts }: { roundId: string; drafts: readonly NamedDraft[] },
): Promise<SentAnswer[]> {
  const reach = reachOf(actor, 'report:approve');
  const { userId } = personOf(actor);
  await shareRound(tx, { roundId, assignmentIds: drafts.map(({ assignmentId }) => assignmentId), reach });
  const waiting = await queryRows(
    tx,
    WaitingDraft,
    sql`
    select d.id, a.id as "assignmentId", d."authorId", w."displayName" as author
    from "ReportDraft" d join "User" w on w.id = d."authorId" join "Assignment" a on a.id = d."assignmentId"
    where d.id = any(${drafts.map(({ draftId }) => draftId)}::uuid[]) and d."roundId" = ${roundId}::uuid
      and (a."municipalityId" = any(${reach.municipalities}::uuid[])
        or a."departmentId" = any(${reach.departments}::uuid[]))
    order by d."assignmentId", d."authorId" for update of d`,
  );
  const named = drafts.map((draft) => {
    const found = waiting.find(({ id, assignmentId }) => id === draft.draftId && assignmentId === draft.assignmentId);
    return { ...draft, authorId: found?.authorId ?? userId, author: found?.author ?? '' };
  });
  const assignments = await loadAssignmentsForUpdate(tx, {
    roundId,
    assignments: named.map(({ assignmentId, authorId }) => ({ assignmentId, authorId, version: 0 })),
    userId,
    reach,
  });
  return named.flatMap(({ assignmentId, draftId, version, authorId, author }): SentAnswer[] => {
    const own = assignments.filter((one) => one.assignmentId === assignmentId);
    const assignment = own.find(({ draft }) => draft?.id === draftId) ?? own[0];
    if (!assignment) return [];
    const { draft } = assignment;
    const isWaiting = draft?.id === draftId && draft.version === version;
    const sent =
      isWaiting && draft.sentAt ? { draft, author: { id: authorId, name: author }, sentAt: draft.sentAt } : null;
    return [{ draftId, assignment, sent }];
  });
}

/** Why the answer cannot be approved; null: it can. */
export function whyNotApproved({ assignment, sent }: SentAnswer): NotApprovedReason | null {
  if (!sent) return 'gone';
  if (isOlder(sent.draft, [{ sentAt: assignment.othersWaitSince }])) return 'newer_waits';
  const now = { version: knownVersion(assignment), last: answerToRepeat(assignment), figures: assignment.figures };
  return isStale(sent.draft, now) ? 'overtaken' : null;
}

const textOf = (text: string): Text | null => (text.trim() === '' ? null : { fi: text.trim() });

function contentOf(assignment: AssignmentInRound, draft: Draft): NewAnswer {
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

/** The department's answer that an approval makes of it. It is dated when it was sent. */
export const approvedAnswer = (
  { assignment, sent }: SentAnswer & { sent: NonNullable<SentAnswer['sent']> },
  approverId: string,
): Answer => ({
  ...contentOf(assignment, sent.draft),
  assignment,
  author: sent.author,
  approverId,
  submittedAt: new Date(sent.sentAt),
});
