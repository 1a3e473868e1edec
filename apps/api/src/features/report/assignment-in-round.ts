import * as z from 'zod';
import { prepared, type Tx } from '@vointi/db/client.ts';
import { progresses } from '@vointi/shared/measure/progress.ts';
import { DepartmentRef } from '@vointi/shared/plan/contract.ts';
import { CurrentReport, Draft, ReportingFigure, waitingSince } from '@vointi/shared/report/contract.ts';
import type { ReportedRow } from '@vointi/shared/report/write-contract.ts';
import { answerStateOf, type Lock, lockOf } from '@vointi/shared/round/rules.ts';
import { roundStates } from '@vointi/shared/round/state.ts';
import { shareRound, type WriterReach } from '../../platform/round-lock.ts';
import { instant, queryRows } from '../../platform/sql.ts';
import { currentSql, draftFieldsSql, figureJoinSql, figureValueSql } from './sql.ts';

const Content = CurrentReport.pick({ note: true, evidence: true }).extend({ progress: z.enum(progresses).nullable() });
export type Content = z.output<typeof Content>;
const AssignmentFigure = ReportingFigure.pick({
  indicator: true,
  kind: true,
  decimals: true,
  value: true,
  version: true,
}).extend({ id: z.uuid() });
export type AssignmentFigure = z.output<typeof AssignmentFigure>;

/** One assignment in one round, with all that a write needs to know about it. */
const AssignmentInRound = z.strictObject({
  municipalityId: z.uuid(),
  planId: z.uuid(),
  year: z.int(),
  roundId: z.uuid(),
  state: z.enum(roundStates),
  opensAt: z.date().nullable(),
  closesAt: z.date().nullable(),
  closedAt: z.date().nullable(),
  approvalStep: z.boolean(),
  assignmentId: z.uuid(),
  departmentId: z.uuid(),
  kind: DepartmentRef.shape.kind,
  departmentName: DepartmentRef.shape.name,
  reopenings: z.array(z.strictObject({ until: z.string() })),
  /** The version of the stored row, even of one without a light; 0 when there is no row. */
  storedVersion: z.int(),
  reportId: z.uuid().nullable(),
  report: CurrentReport.nullable(),
  /** The last answer of earlier rounds. */
  previous: Content.nullable(),
  /** The answer of the version that the write is based on. */
  base: Content.nullable(),
  draft: Draft.nullable(),
  /** When the newest answer of somebody else was sent that waits for approval; null: none waits. */
  othersWaitSince: waitingSince,
  figures: z.array(AssignmentFigure),
  /** Display name of the writer. */
  writer: z.string(),
});
export type AssignmentInRound = z.output<typeof AssignmentInRound>;

const contentSql = (of: string) =>
  `json_build_object('progress', ${of}.progress, 'note', ${of}.note, 'evidence', ${of}.evidence)`;

const assignmentsSql = `${prepared('report.places')}
  select o."municipalityId", o."planId", p.year, o.id as "roundId", o.state, o."opensAt", o."closesAt", o."closedAt",
    k."approvalStep", a.id as "assignmentId", a."departmentId", e.kind,
    e.name as "departmentName",
    coalesce((select json_agg(json_build_object('until', x.until)) from "RoundReopening" x
      where x."roundId" = o.id and x."departmentId" = a."departmentId" and x."endedAt" is null), '[]'::json) as reopenings,
    coalesce(r.version, 0) as "storedVersion", r.id as "reportId", ${currentSql} as report,
    (select ${contentSql('y')} from "Report" y join "Round" z on z.id = y."roundId"
      where y."assignmentId" = a.id and z.state <> 'planned' and z."order" < o."order" and y.progress is not null
      order by z."order" desc limit 1) as previous,
    (select ${contentSql('y')} from "ReportRevision" y where y."reportId" = r.id and y.version = w.base) as base,
    (select json_build_object(${draftFieldsSql}) from "ReportDraft" d
      where d."roundId" = o.id and d."assignmentId" = a.id and d."authorId" = w.author for update) as draft,
    (select ${instant('max(d."sentAt")')} from "ReportDraft" d
      where d."roundId" = o.id and d."assignmentId" = a.id and d."authorId" <> w.author) as "othersWaitSince",
    coalesce((select json_agg(json_build_object('indicator', i.slug, 'id', i.id, 'kind', i.kind, 'decimals', i.decimals,
        'value', ${figureValueSql}, 'version', coalesce(v.version, 0)) order by l."order")
      from "MeasureIndicator" l join "Indicator" i on i.id = l."indicatorId" ${figureJoinSql('p.year::text')}
      where l."measureId" = m.id), '[]'::json) as figures,
    (select "displayName" from "User" where id = w.author) as writer
  from unnest($2::uuid[], $3::int[], $4::uuid[]) as w(id, base, author)
  join "Round" o on o.id = $1::uuid
  join "Plan" p on p.id = o."planId"
  join "Municipality" k on k.id = o."municipalityId"
  join "Assignment" a on a.id = w.id
  join "Measure" m on m.id = a."measureId" and m."planId" = o."planId"
  join "Department" e on e.id = a."departmentId"
  left join "Report" r on r."roundId" = o.id and r."assignmentId" = a.id
  left join "User" u on u.id = r."authorId"`;

type AssignmentsQuery = {
  roundId: string;
  /** `authorId`: whose draft is loaded, when not the writer's. */
  assignments: readonly { assignmentId: string; version: number; authorId?: string }[];
  userId: string;
  /** What the writer may write: other rounds are not locked. */
  reach: WriterReach;
};

/**
 * Locks the round against closing and loads its assignments, without those of another plan. It locks the authors' drafts
 * too, in the order of their assignments. Drafts are locked before answers everywhere, so that an approval and an answer cannot deadlock.
 */
export async function loadAssignmentsForUpdate(
  tx: Tx,
  { roundId, assignments: named, userId, reach }: AssignmentsQuery,
): Promise<AssignmentInRound[]> {
  const assignments = named.toSorted((a, b) => (a.assignmentId < b.assignmentId ? -1 : 1));
  // The lock has its own statement, so that the next one reads what was committed before the lock was granted.
  const assignmentIds = assignments.map(({ assignmentId }) => assignmentId);
  await shareRound(tx, { roundId, assignmentIds, reach });
  return queryRows(
    tx,
    AssignmentInRound,
    assignmentsSql,
    roundId,
    assignmentIds,
    assignments.map(({ version }) => version),
    assignments.map(({ authorId }) => authorId ?? userId),
  );
}

export const lockOfAssignment = (assignment: AssignmentInRound, at: Date): Lock =>
  lockOf(
    assignment,
    assignment.reopenings.map(({ until }) => ({ until: new Date(until), endedAt: null })),
    at,
  );

/** The version that callers see: a report without a light counts as no report. */
export const knownVersion = ({ report }: AssignmentInRound): number => report?.version ?? 0;

/** The answer that "ei muutosta" repeats. */
export const answerToRepeat = ({ report, previous }: AssignmentInRound): Content | null => report ?? previous;

/** When the newest answer was sent that waits for approval, whoever sent it; null: none waits. */
export const waitsSince = ({ draft, othersWaitSince }: AssignmentInRound): string | null =>
  [draft?.sentAt ?? '', othersWaitSince ?? ''].toSorted().at(-1) || null;

export const toReportedRow = (assignment: AssignmentInRound): ReportedRow => ({
  assignmentId: assignment.assignmentId,
  state: answerStateOf(assignment.report, assignment.closesAt),
  waitingSince: waitsSince(assignment),
  report: assignment.report,
  draft: assignment.draft?.sentAt ? assignment.draft : null,
  figures: assignment.figures.map(({ indicator, value, version }) => ({ indicator, value, version })),
});
