import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Tx } from '@vointi/db/client.ts';
import { PlanHead } from '@vointi/shared/plan/contract.ts';
import type { SnapshotRef } from '@vointi/shared/round/snapshot-contract.ts';
import { canonicalJson } from '../../platform/canonical.ts';
import { queryJson, queryRows, sql } from '../../platform/sql.ts';
import { goalsAndDepartmentsSql, BoardSurroundings, headJson, measuresSql, planJoins } from './board-query.ts';
import { replaceReopened } from './snapshot-further.ts';
import { readSnapshotRows } from './snapshot-read.ts';
import { type SnapshotRows, toSnapshotRows, RoundMeasure } from './snapshot-rows.ts';

const Head = z.strictObject({
  planId: z.uuid(),
  municipalityId: z.uuid(),
  order: z.int(),
  head: PlanHead,
});

const headSql = `
  select p.id as "planId", p."municipalityId", o."order", ${headJson('o')} as head
  from "Round" o join "Plan" p on p.id = o."planId" ${planJoins}
  where o.id = $1::uuid`;

const roundMeasuresSql = measuresSql({
  answer: ', r.evidence, r.confirmed',
  assignment: `, 'evidence', answer.evidence, 'confirmed', coalesce(answer.confirmed, false)`,
  measure: `, 'figures', coalesce(figure.list, '[]'::json)`,
  // Of each value one column is filled, that of its kind.
  from: `, figure as (
    select mi."measureId", json_agg(json_build_object(
      'indicator', i.slug, 'name', i.name, 'kind', i.kind, 'unit', i.unit, 'decimals', i.decimals,
      'period', $3::text, 'value', coalesce(to_jsonb(v.number), to_jsonb(v."yesNo"), to_jsonb(v.milestone), to_jsonb(v.trend), v.text->'fi')
      ) order by mi."order") as list
    from "MeasureIndicator" mi
    join "Measure" m on m.id = mi."measureId"
    join "Indicator" i on i.id = mi."indicatorId"
    left join "IndicatorValue" v on v."indicatorId" = i.id and v.period = $3::text and v.area = 'municipality'
      and v."ageGroup" is null and v.sex is null
    where m."planId" = $1::uuid
    group by mi."measureId"
  )`,
  join: 'left join figure on figure."measureId" = m.id',
});

/** A round as it would be frozen now. */
export async function readRoundRows(tx: Tx, roundId: string) {
  const [found] = await queryRows(tx, Head, headSql, roundId);
  if (!found) throw new Error('There is no such round');
  const { planId, municipalityId, order, head } = found;
  const around = await queryJson(tx, BoardSurroundings, goalsAndDepartmentsSql, planId);
  const measures = await queryJson(tx, z.array(RoundMeasure), roundMeasuresSql, planId, order, String(head.year));
  const { goals = [], departments = [] } = around ?? {};
  const rows = { head, goals, departments, measures: measures ?? [] };
  return { municipalityId, rows: toSnapshotRows(rows) };
}

export const hashOfRows = (rows: unknown): string => createHash('sha256').update(canonicalJson(rows)).digest('hex');

type Reopening = { department: string; departmentId: string; since: Date };

/** The indicators whose figures a department has given in a round since it was opened again. */
async function indicatorsGiven(tx: Tx, roundId: string, { departmentId, since }: Reopening): Promise<Set<string>> {
  const revisions = await tx.reportRevision.findMany({
    where: { createdAt: { gte: since }, report: { roundId, assignment: { departmentId } } },
    select: { figures: true },
  });
  return new Set(revisions.flatMap(({ figures }) => (figures as { indicator: string }[]).map((one) => one.indicator)));
}

/** The round's rows: as they stand, or the former snapshot with what the reopened department has said since. */
async function rowsToKeep(tx: Tx, roundId: string, reopening: Reopening | undefined) {
  const { municipalityId, rows } = await readRoundRows(tx, roundId);
  const former = reopening && (await readSnapshotRows(tx, { id: roundId }));
  if (!former) return { municipalityId, rows };
  const { department } = reopening;
  const indicators = await indicatorsGiven(tx, roundId, reopening);
  return { municipalityId, rows: replaceReopened(former.rows, rows, { department, indicators }) };
}

/**
 * Copies a closed round as it stands. Whoever calls has locked its row against those who answer, so that what is copied
 * is what there will be. A round that has a copy already gets a further one.
 * @param reopening that has ended: only its department's answers are new
 */
export async function takeSnapshot(
  tx: Tx,
  roundId: string,
  at: Date,
  reopening?: Reopening,
): Promise<SnapshotRef & { counts: SnapshotRows['counts'] }> {
  const { municipalityId, rows } = await rowsToKeep(tx, roundId, reopening);
  const json = canonicalJson(rows);
  const hash = createHash('sha256').update(json).digest('hex');
  const [taken] = await queryRows(
    tx,
    z.strictObject({ number: z.int() }),
    sql`
    insert into "RoundSnapshot" ("roundId", number, "municipalityId", rows, hash, "takenAt")
    select ${roundId}::uuid, coalesce(max(number), 0) + 1, ${municipalityId}::uuid, ${json}::jsonb, decode(${hash}, 'hex'), ${at}
    from "RoundSnapshot" where "roundId" = ${roundId}::uuid
    returning number`,
  );
  return { number: taken?.number ?? 1, takenAt: at.toISOString(), hash, counts: rows.counts };
}

/** Copies those closed rounds that have no copy: what a file brought, or an installation from before there were any. */
export async function snapshotClosedRounds(tx: Tx, where: { planId?: string; id?: string }, at: Date): Promise<void> {
  const closed = await tx.round.findMany({
    where: { ...where, state: 'closed', snapshots: { none: {} } },
    orderBy: { order: 'asc' },
    select: { id: true },
  });
  if (closed.length === 0) return;
  // Of rows written a moment ago PostgreSQL knows no number yet, and would go through them one by one for each other.
  await tx.$executeRaw`set local enable_nestloop = off`;
  for (const { id } of closed) await takeSnapshot(tx, id, at);
  await tx.$executeRaw`set local enable_nestloop = on`;
}
