import * as z from 'zod';
import { type Db, prepared } from '@vointi/db/client.ts';
import type { Input } from '@vointi/shared/http/route.ts';
import { isSameJson } from '@vointi/shared/json/is-same-json.ts';
import { Draft } from '@vointi/shared/report/contract.ts';
import type { reportWriteApi } from '@vointi/shared/report/write-contract.ts';
import { stale } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import { mutate } from '../../platform/mutate.ts';
import { BatchQueue } from '../../platform/batch-queue.ts';
import { personOf } from '../../platform/serve.ts';
import { queryRows } from '../../platform/sql.ts';
import { uuid7 } from '../../platform/uuid7.ts';
import { loadAssignmentsForUpdate } from './assignment-in-round.ts';
import { assertMay, assertOpen, reachOf, type Writing } from './rights.ts';
import { draftFieldsSql, isOpenSql } from './sql.ts';
import { assertFiguresFit } from './write-send.ts';

type SaveDraftInput = Pick<Input<typeof reportWriteApi.saveDraft>, 'params' | 'body'>;
type DraftKey = SaveDraftInput['params'];

// Drafts of many writers share one statement, as browsers save every two seconds. Each row carries its writer's rights.
// Rows are inserted in key order, so that two statements cannot deadlock.
const saveSql = `${prepared('report.drafts')}
  with given as (select * from jsonb_to_recordset($1::jsonb) as g(at int, id uuid, "roundId" uuid, "assignmentId" uuid,
    "authorId" uuid, progress "Progress", note text, evidence text, figures jsonb, "onBehalfOf" text, "baseVersion" int,
    version int, "updatedAt" timestamptz, municipalities uuid[], departments uuid[])),
  saved as (
    insert into "ReportDraft" as d (id, "municipalityId", "roundId", "assignmentId", "authorId", progress, note, evidence,
      figures, "onBehalfOf", "baseVersion", version, "updatedAt")
    select g.id, o."municipalityId", o.id, a.id, g."authorId", g.progress, g.note, g.evidence, g.figures, g."onBehalfOf",
      g."baseVersion", least(g.version, 2147483646) + 1, g."updatedAt"
    from given g
    join "Round" o on o.id = g."roundId"
    join "Assignment" a on a.id = g."assignmentId"
    join "Measure" m on m.id = a."measureId" and m."planId" = o."planId"
    where (o."municipalityId" = any(g.municipalities) or a."departmentId" = any(g.departments))
      and ${isOpenSql('g."updatedAt"')}
    order by g."authorId", g."assignmentId"
    on conflict ("roundId", "assignmentId", "authorId") do update set progress = excluded.progress, note = excluded.note,
      evidence = excluded.evidence, figures = excluded.figures, "figureVersions" = null, confirmed = false,
      "onBehalfOf" = excluded."onBehalfOf", "baseVersion" = excluded."baseVersion", "updatedAt" = excluded."updatedAt",
      "sentAt" = null, version = excluded.version
    where d.version = excluded.version - 1
    returning d.*)
  select g.at, json_build_object(${draftFieldsSql}) as draft
  from saved d join given g using ("roundId", "assignmentId", "authorId")`;

const SavedDraft = z.strictObject({ at: z.int(), draft: Draft });

type DraftToSave = SaveDraftInput['params'] & {
  body: SaveDraftInput['body'];
  authorId: string;
  at: Date;
  reach: ReturnType<typeof reachOf>;
};

async function saveAll(db: Db, drafts: readonly DraftToSave[]): Promise<(Draft | undefined)[]> {
  const rows = drafts.map(({ body, at, reach, ...key }, index) => ({
    ...key,
    ...body,
    ...reach,
    id: uuid7(),
    at: index,
    updatedAt: at,
  }));
  const saved = await queryRows(db, SavedDraft, saveSql, JSON.stringify(rows));
  const byIndex = new Map(saved.map(({ at, draft }) => [at, draft]));
  return drafts.map((_, index) => byIndex.get(index));
}

const queues = new WeakMap<Db, BatchQueue<DraftToSave, Draft | undefined>>();

function queueOf(db: Db): BatchQueue<DraftToSave, Draft | undefined> {
  const keyOf = ({ roundId, assignmentId, authorId }: DraftToSave) => `${roundId} ${assignmentId} ${authorId}`;
  const known = queues.get(db) ?? new BatchQueue((drafts) => saveAll(db, drafts), { keyOf });
  queues.set(db, known);
  return known;
}

/** Saves a draft, even one deleted elsewhere. A draft that waited for approval returns to its writer. */
export async function saveDraft(
  { db }: Pick<Context, 'db'>,
  writing: Writing,
  { params, body }: SaveDraftInput,
): Promise<Draft> {
  assertFiguresFit(body.figures);
  const { userId: authorId } = personOf(writing.actor);
  const draft = { ...params, body, authorId, at: writing.at, reach: reachOf(writing.actor, 'report:write') };
  return (await queueOf(db).ask(draft)) ?? (await whyNotSaved({ db }, writing, { params, body }));
}

const ofDraft = {
  action: { unaudited: 'a draft is for its writer alone until it is sent' },
  touches: 'nothing',
} as const;

/** @returns the stored draft when it is the same. @throws AppError not_found, locked, conflict with the stored draft */
async function whyNotSaved(
  { db }: Pick<Context, 'db'>,
  writing: Writing,
  { params, body }: SaveDraftInput,
): Promise<Draft> {
  const assignment = await mutate({ db }, writing, ofDraft, async (tx) => ({
    result: await readAssignment(tx, writing, params),
  }));
  assertOpen(assignment, writing.at);
  const { draft } = assignment;
  // Another window deleted the draft meanwhile.
  if (!draft) return saveDraft({ db }, writing, { params, body });
  const { progress, note, evidence, onBehalfOf, figures } = draft;
  const isSaved =
    progress === body.progress &&
    note === body.note &&
    evidence === body.evidence &&
    onBehalfOf === body.onBehalfOf &&
    isSameJson(figures, body.figures);
  if (!isSaved) throw stale(draft);
  return draft;
}

async function readAssignment(
  tx: Parameters<typeof loadAssignmentsForUpdate>[0],
  { actor }: Writing,
  { roundId, assignmentId }: DraftKey,
) {
  const [assignment] = await loadAssignmentsForUpdate(tx, {
    roundId,
    assignments: [{ assignmentId, version: 0 }],
    userId: personOf(actor).userId,
    reach: reachOf(actor, 'report:write'),
  });
  assertMay(actor, 'report:write', assignment);
  return assignment;
}

/** Deletes the person's own draft, even after the round has closed. */
export const deleteDraft = (context: Context, writing: Writing, params: DraftKey): Promise<{ done: true }> =>
  mutate(context, writing, ofDraft, async (tx) => {
    await readAssignment(tx, writing, params);
    await tx.reportDraft.deleteMany({ where: { ...params, authorId: personOf(writing.actor).userId } });
    return { result: { done: true } };
  });
