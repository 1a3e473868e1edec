import type { Input } from '@vointi/shared/http/route.ts';
import type { Draft } from '@vointi/shared/report/contract.ts';
import type { reportWriteApi } from '@vointi/shared/report/write-contract.ts';
import { stale } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import { personOf } from '../../platform/serve.ts';
import { uuid7 } from '../../platform/uuid7.ts';
import { takePlaces } from './place.ts';
import { assertMay, assertOpen, reachOf, type Writing } from './rights.ts';
import { draftFieldsSql } from './sql.ts';
import { assertFiguresFit } from './write-send.ts';

type Saved = Pick<Input<typeof reportWriteApi.saveDraft>, 'params' | 'body'>;
type One = Saved['params'];

// One statement: people type all day, and most of what is kept is kept again two seconds later.
const saveSql = `
  insert into "ReportDraft" as d (id, "municipalityId", "roundId", "assignmentId", "authorId", progress, note, evidence,
    figures, "onBehalfOf", "baseVersion", "updatedAt")
  select $1::uuid, o."municipalityId", o.id, a.id, $4::uuid, $5::"Progress", $6, $7, $8::jsonb, $9, $10::int, $11::timestamptz
  from "Round" o
  join "Measure" m on m."planId" = o."planId"
  join "Assignment" a on a."measureId" = m.id and a.id = $3::uuid
  where o.id = $2::uuid and (o."municipalityId" = any($13::uuid[]) or a."departmentId" = any($14::uuid[]))
    and (o.state = 'open' or o.state = 'closed' and exists (select from "RoundReopening" x where x."roundId" = o.id
      and x."departmentId" = a."departmentId" and x."endedAt" is null and x.until > $11::timestamptz))
  on conflict ("roundId", "assignmentId", "authorId") do update set progress = excluded.progress, note = excluded.note,
    evidence = excluded.evidence, figures = excluded.figures, "figureVersions" = null, confirmed = false, "onBehalfOf" = excluded."onBehalfOf",
    "baseVersion" = excluded."baseVersion", "updatedAt" = excluded."updatedAt", "sentAt" = null, version = d.version + 1
  where d.version = $12::int
  returning json_build_object(${draftFieldsSql}) as draft`;

/** Keeps what somebody is writing; anew where it was given up elsewhere. What waited for the approver is its writer's again. */
export async function saveDraft(
  { db }: Pick<Context, 'db'>,
  writing: Writing,
  { params, body }: Saved,
): Promise<Draft> {
  assertFiguresFit(body.figures);
  const { municipalities, departments } = reachOf(writing.actor, 'report:write');
  const [saved] = await db.$queryRawUnsafe<{ draft: Draft }[]>(
    saveSql,
    uuid7(),
    params.roundId,
    params.assignmentId,
    personOf(writing.actor).userId,
    body.progress,
    body.note,
    body.evidence,
    JSON.stringify(body.figures),
    body.onBehalfOf,
    body.baseVersion,
    writing.at,
    body.version,
    municipalities,
    departments,
  );
  return saved?.draft ?? (await whyNotSaved({ db }, writing, { params, body }));
}

/** @throws AppError not_found, locked, conflict with the draft as it is kept */
async function whyNotSaved({ db }: Pick<Context, 'db'>, writing: Writing, { params, body }: Saved): Promise<Draft> {
  const place = await db.$transaction((tx) => readPlace(tx, writing, params));
  assertOpen(place, writing.at);
  const { draft } = place;
  // Given up in another window in this very moment.
  if (!draft) return saveDraft({ db }, writing, { params, body });
  const { progress, note, evidence, onBehalfOf, figures } = draft;
  const isKept =
    progress === body.progress &&
    note === body.note &&
    evidence === body.evidence &&
    onBehalfOf === body.onBehalfOf &&
    JSON.stringify(Object.entries(figures).toSorted()) === JSON.stringify(Object.entries(body.figures).toSorted());
  if (!isKept) throw stale(draft);
  return draft;
}

async function readPlace(tx: Parameters<typeof takePlaces>[0], { actor }: Writing, { roundId, assignmentId }: One) {
  const [place] = await takePlaces(tx, {
    roundId,
    assignments: [{ assignmentId, version: 0 }],
    userId: personOf(actor).userId,
    reach: reachOf(actor, 'report:write'),
  });
  assertMay(actor, 'report:write', place);
  return place;
}

/** One's own, also when the round has closed: what cannot be sent need not be kept. */
export async function deleteDraft({ db }: Context, writing: Writing, params: One): Promise<{ done: true }> {
  await db.$transaction(async (tx) => {
    await readPlace(tx, writing, params);
    await tx.reportDraft.deleteMany({ where: { ...params, authorId: personOf(writing.actor).userId } });
  });
  return { done: true };
}
