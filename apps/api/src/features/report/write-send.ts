import * as z from 'zod';
import type { Tx } from '@vointi/db/client.ts';
import { isSameJson } from '@vointi/shared/json/is-same-json.ts';
import { formatFigure } from '@vointi/shared/indicator/figures.ts';
import { Draft, type FigureValue } from '@vointi/shared/report/contract.ts';
import { AppError } from '../../platform/app-error.ts';
import { personOf } from '../../platform/serve.ts';
import { queryRows } from '../../platform/sql.ts';
import { uuid7 } from '../../platform/uuid7.ts';
import { createWaitingNotices } from '../reminder/public.ts';
import type { NewAnswer } from './answer.ts';
import { knownVersion, type AssignmentInRound } from './assignment-in-round.ts';
import type { Writing } from './rights.ts';
import type { Written } from './write-answer.ts';
import { draftFieldsSql } from './sql.ts';

const maxBytes = 38_000;

/** @throws AppError invalid_request when the texts are larger than the column allows */
export function assertFiguresFit(figures: Readonly<Record<string, string>>): void {
  if (Buffer.byteLength(JSON.stringify(figures)) + 2 * Object.keys(figures).length <= maxBytes) return;
  throw new AppError('invalid_request', [{ path: 'body.figures', message: 'too much text' }]);
}

type SentAnswer = { assignment: AssignmentInRound; newAnswer: NewAnswer };

/** The answer in the form in which drafts are stored. */
const draftContentOf = ({ progress, note, evidence, confirmed, onBehalfOf, figures }: NewAnswer) => ({
  progress,
  note: note?.fi ?? '',
  evidence: evidence?.fi ?? '',
  figures: Object.fromEntries(
    figures.map(({ indicator, kind, value }) => [indicator, formatFigure({ kind, value } as FigureValue, 'fi')]),
  ),
  confirmed,
  onBehalfOf: onBehalfOf ?? '',
});

const versionsOf = ({ figures }: NewAnswer) =>
  Object.fromEntries(figures.map(({ indicator, version }) => [indicator, version]));

export function isSentAlready(assignment: AssignmentInRound, newAnswer: NewAnswer): boolean {
  const { draft } = assignment;
  if (!draft?.sentAt || draft.baseVersion !== knownVersion(assignment)) return false;
  const { figures, ...content } = draftContentOf(newAnswer);
  const { progress, note, evidence, confirmed, onBehalfOf } = draft;
  return (
    isSameJson({ progress, note, evidence, confirmed, onBehalfOf }, content) &&
    isSameJson(draft.figures, figures) &&
    // A new version of a figure makes it another answer, as its writer has seen the change.
    isSameJson(draft.figureVersions ?? {}, versionsOf(newAnswer))
  );
}

const sendSql = `
  insert into "ReportDraft" as d (id, "municipalityId", "roundId", "assignmentId", "authorId", progress, note, evidence,
    figures, "figureVersions", confirmed, "onBehalfOf", "baseVersion", "updatedAt", "sentAt")
  select g.id, g."municipalityId", g."roundId", g."assignmentId", g."authorId", g.progress, g.note, g.evidence,
    g.figures, g."figureVersions", g.confirmed, g."onBehalfOf", g."baseVersion", g."updatedAt", g."sentAt"
  from jsonb_populate_recordset(null::"ReportDraft", $1::jsonb) g order by g."assignmentId"
  on conflict ("roundId", "assignmentId", "authorId") do update set progress = excluded.progress, note = excluded.note,
    evidence = excluded.evidence, figures = excluded.figures, "figureVersions" = excluded."figureVersions", confirmed = excluded.confirmed,
    "onBehalfOf" = excluded."onBehalfOf", "baseVersion" = excluded."baseVersion", "updatedAt" = excluded."updatedAt",
    "sentAt" = excluded."sentAt", "returnedAt" = null, version = d.version + 1
  returning d."assignmentId", json_build_object(${draftFieldsSql}) as draft`;

const SentDraft = z.strictObject({ assignmentId: z.uuid(), draft: Draft });

/** Marks the author's draft as sent for approval. The current answer stays until the approver decides. */
export async function sendForApproval(
  tx: Tx,
  { actor, at }: Writing,
  answers: readonly SentAnswer[],
): Promise<Written<'report.send'>> {
  const [first] = answers;
  if (!first) return { assignments: [], audit: [] };
  const { userId } = personOf(actor);
  const { municipalityId, roundId, assignmentId } = first.assignment;
  const rows = answers.map(({ assignment, newAnswer }) => ({
    id: uuid7(),
    municipalityId,
    roundId,
    assignmentId: assignment.assignmentId,
    authorId: userId,
    ...draftContentOf(newAnswer),
    figureVersions: versionsOf(newAnswer),
    baseVersion: knownVersion(assignment),
    updatedAt: at.toISOString(),
    sentAt: at.toISOString(),
  }));
  for (const { figures } of rows) assertFiguresFit(figures);
  const sentDrafts = await queryRows(tx, SentDraft, sendSql, JSON.stringify(rows));
  const { departmentId } = first.assignment;
  const assignmentIds = rows.map((row) => row.assignmentId);
  await createWaitingNotices(tx, at, { municipalityId, roundId, departmentId, assignmentIds });
  const drafts = new Map(sentDrafts.map((row) => [row.assignmentId, row.draft]));
  const entry = {
    municipalityId,
    action: 'report.send' as const,
    subject: answers.length === 1 ? `assignment:${assignmentId}` : `round:${roundId}`,
    after: { round: roundId, department: first.assignment.departmentId, count: answers.length },
  };
  return {
    assignments: answers.map(({ assignment }) => ({
      ...assignment,
      draft: drafts.get(assignment.assignmentId) ?? null,
    })),
    audit: [entry],
  };
}
