import { prepared, type Tx } from '@vointi/db/client.ts';
import type { IndicatorKind } from '@vointi/shared/indicator/kind.ts';
import type { Progress } from '@vointi/shared/measure/progress.ts';
import type { DepartmentRef } from '@vointi/shared/plan/contract.ts';
import type { CurrentReport, Draft, FigureValue } from '@vointi/shared/report/contract.ts';
import type { ReportedRow } from '@vointi/shared/report/write-contract.ts';
import { answerStateOf, type Lock, lockOf } from '@vointi/shared/round/rules.ts';
import type { RoundState } from '@vointi/shared/round/state.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import { shareRound, type WriterReach } from '../../platform/round-lock.ts';
import { currentSql, draftFieldsSql, figureJoinSql, figureValueSql } from './sql.ts';

export type Content = { progress: Progress | null; note: Text | null; evidence: Text | null };
export type PlaceFigure = {
  indicator: string;
  id: string;
  kind: IndicatorKind;
  decimals: number;
  value: FigureValue | null;
  version: number;
};

/** One assignment in one round, with all that a write has to know of it. */
export type Place = {
  municipalityId: string;
  planId: string;
  year: number;
  roundId: string;
  state: RoundState;
  opensAt: Date | null;
  closesAt: Date | null;
  closedAt: Date | null;
  approvalStep: boolean;
  assignmentId: string;
  departmentId: string;
  kind: DepartmentRef['kind'];
  departmentName: Text;
  reopenings: { until: string }[];
  /** The version of the stored row, also of one without a light; 0 without one. */
  storedVersion: number;
  reportId: string | null;
  report: CurrentReport | null;
  /** The last answer of earlier rounds. */
  previous: Content | null;
  /** What the version said that the write was made from. */
  base: Content | null;
  draft: Draft | null;
  figures: PlaceFigure[];
  /** Of whoever asks. */
  writer: string;
};

const contentSql = (of: string) =>
  `json_build_object('progress', ${of}.progress, 'note', ${of}.note, 'evidence', ${of}.evidence)`;

const placesSql = `${prepared('report.places')}
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
      where d."roundId" = o.id and d."assignmentId" = a.id and d."authorId" = $4::uuid for update) as draft,
    coalesce((select json_agg(json_build_object('indicator', i.slug, 'id', i.id, 'kind', i.kind, 'decimals', i.decimals,
        'value', ${figureValueSql}, 'version', coalesce(v.version, 0)) order by l."order")
      from "MeasureIndicator" l join "Indicator" i on i.id = l."indicatorId" ${figureJoinSql('p.year::text')}
      where l."measureId" = m.id), '[]'::json) as figures,
    (select "displayName" from "User" where id = $4::uuid) as writer
  from unnest($2::uuid[], $3::int[]) as w(id, base)
  join "Round" o on o.id = $1::uuid
  join "Plan" p on p.id = o."planId"
  join "Municipality" k on k.id = o."municipalityId"
  join "Assignment" a on a.id = w.id
  join "Measure" m on m.id = a."measureId" and m."planId" = o."planId"
  join "Department" e on e.id = a."departmentId"
  left join "Report" r on r."roundId" = o.id and r."assignmentId" = a.id
  left join "User" u on u.id = r."authorId"`;

type Wanted = {
  roundId: string;
  assignments: readonly { assignmentId: string; version: number }[];
  userId: string;
  /** Of whoever asks: a round beyond it is not held. */
  reach: WriterReach;
};

/**
 * The assignments of a round, as they are from now on: whoever closes the round waits for this transaction. Those that
 * are not of its plan are left out. The writer's drafts are theirs alone until then: drafts are taken before answers,
 * everywhere, so that an approval and an answer of the same writer do not wait for each other.
 */
export async function takePlaces(tx: Tx, { roundId, assignments, userId, reach }: Wanted): Promise<Place[]> {
  // A statement of its own: what is read after it is no older than the lock.
  const assignmentIds = assignments.map(({ assignmentId }) => assignmentId);
  await shareRound(tx, { roundId, assignmentIds, reach });
  return tx.$queryRawUnsafe<Place[]>(
    placesSql,
    roundId,
    assignmentIds,
    assignments.map(({ version }) => version),
    userId,
  );
}

export const lockOfPlace = (place: Place, at: Date): Lock =>
  lockOf(
    place,
    place.reopenings.map(({ until }) => ({ until: new Date(until), endedAt: null })),
    at,
  );

/** The version that the caller knows: a report without a light is none to them. */
export const knownVersion = ({ report }: Place): number => report?.version ?? 0;

/** What "ei muutosta" says again. */
export const lastSaid = ({ report, previous }: Place): Content | null => report ?? previous;

export const toReportedRow = ({ assignmentId, report, draft, figures, closesAt }: Place): ReportedRow => ({
  assignmentId,
  state: answerStateOf(report, closesAt),
  report,
  draft: draft?.sentAt ? draft : null,
  figures: figures.map(({ indicator, value, version }) => ({ indicator, value, version })),
});
