import * as z from 'zod';
import { prepared, type Tx } from '@vointi/db/client.ts';
import type { AuditAction } from '@vointi/shared/audit/action.ts';
import type { FigureInput } from '@vointi/shared/report/write-contract.ts';
import { ConcurrentWriteError } from '../../platform/retry-on-deadlock.ts';
import { type AuditEntry, raiseRevisionSql } from '../../platform/mutate.ts';
import { queryRows } from '../../platform/sql.ts';
import { uuid7 } from '../../platform/uuid7.ts';
import { cellColumns, columnOf, replaceContent } from '../indicator/public.ts';
import type { Content, AssignmentInRound, AssignmentFigure } from './assignment-in-round.ts';

/** How answers are written. The limits leave time to wait for others who write in the same municipality. */
export const answering = {
  touches: 'in-statement',
  retry: true,
  limits: { maxWait: 10_000, timeout: 15_000 },
} as const;

export type Figure = Omit<FigureInput, 'version'> & { id: string; version: number };

// A department's figure replaces the note and source of the former value too, as they described that value. A value
// deleted since it was read is not created again. Rows are locked in one order, so that two writers cannot deadlock.
const figuresSql = `
  with given as materialized (select * from jsonb_populate_recordset(null::"IndicatorValue", $1::jsonb)),
  held as materialized (
    select v.id from "IndicatorValue" v join given g using ("indicatorId")
    where v.period = g.period and v."ageGroup" is null and v.sex is null and v.area = 'municipality'
      and v.version = g.version
    order by v."indicatorId" for update of v),
  changed as (
    update "IndicatorValue" v set ${replaceContent}, version = v.version + 1
    from held, given g where v.id = held.id and g."indicatorId" = v."indicatorId"
    returning v."indicatorId" as id, v.version),
  added as (
    insert into "IndicatorValue" as v (id, "municipalityId", "indicatorId", kind, "order", ${cellColumns()}, version)
    select g.id, g."municipalityId", g."indicatorId", g.kind,
      (select coalesce(max(x."order") + 1, 0) from "IndicatorValue" x where x."indicatorId" = g."indicatorId"),
      ${cellColumns('g')}, i."goneVersion" + 1
    from given g join "Indicator" i on i.id = g."indicatorId" where g.version = 0 order by g."indicatorId"
    on conflict ("indicatorId", period, "ageGroup", sex, area) do nothing
    returning v."indicatorId" as id, v.version)
  select id, version from changed union all select id, version from added`;

const WrittenFigure = z.strictObject({ id: z.uuid(), version: z.int() });

type Versions = ReadonlyMap<string, number>;

/**
 * @returns the new versions, by indicator
 * @throws ConcurrentWriteError when another write has changed one of the values
 */
async function writeFigures(
  tx: Tx,
  { municipalityId, year, departmentName }: AssignmentInRound,
  changed: readonly Figure[],
): Promise<Versions> {
  if (changed.length === 0) return new Map();
  const rows = changed.map(({ id, kind, value, version }) => ({
    id: uuid7(),
    municipalityId,
    indicatorId: id,
    kind,
    period: String(year),
    area: 'municipality',
    isMissing: false,
    isUncertain: false,
    source: departmentName,
    [columnOf[kind]]: kind === 'text' ? { fi: value } : value,
    version,
  }));
  const written = await queryRows(tx, WrittenFigure, figuresSql, JSON.stringify(rows));
  if (written.length < changed.length) throw new ConcurrentWriteError();
  return new Map(written.map(({ id, version }) => [id, version]));
}

const answersSql = `${prepared('report.answers')}
  with given as (select * from jsonb_to_recordset($1::jsonb) as g(id uuid, "revisionId" uuid, "assignmentId" uuid,
    progress "Progress", note jsonb, evidence jsonb, confirmed boolean, "onBehalfOf" text, "authorId" uuid,
    "approverId" uuid, "submittedAt" timestamptz, figures jsonb, version int)),
  written as (
    insert into "Report" as r (id, "municipalityId", "roundId", "assignmentId", progress, note, evidence, confirmed,
      "onBehalfOf", "authorId", "submittedAt", version)
    select g.id, $2::uuid, $3::uuid, g."assignmentId", g.progress, g.note, g.evidence, g.confirmed,
      g."onBehalfOf", g."authorId", g."submittedAt", g.version
    from given g order by g."assignmentId"
    on conflict ("roundId", "assignmentId") do update set progress = excluded.progress, note = excluded.note,
      evidence = excluded.evidence, confirmed = excluded.confirmed, "onBehalfOf" = excluded."onBehalfOf",
      origin = excluded.origin, "authorId" = excluded."authorId", "submittedAt" = excluded."submittedAt",
      version = r.version + 1
    where r.version = excluded.version - 1
    returning r.id, r."assignmentId", r.version, r."authorId"),
  revised as (
    insert into "ReportRevision" (id, "municipalityId", "reportId", version, progress, note, evidence, confirmed,
      "onBehalfOf", figures, "authorId", "approverId", "createdAt")
    select g."revisionId", $2::uuid, w.id, w.version, g.progress, g.note, g.evidence, g.confirmed,
      g."onBehalfOf", g.figures, g."authorId", g."approverId", $5::timestamptz
    from written w join given g using ("assignmentId")),
  finished as (
    delete from "ReportDraft" d using written w
    where d."roundId" = $3::uuid and d."assignmentId" = w."assignmentId" and d."authorId" = w."authorId"),
  ${raiseRevisionSql({ plan: '$4::uuid', at: '$5::timestamptz', when: 'exists (select from written)' })}
  select w.id, w."assignmentId", w.version, (select count(*) from notified)::int as notified
  from written w`;

/** `notified`: the number of plans whose listeners were notified. */
const WrittenRow = z.strictObject({ id: z.uuid(), assignmentId: z.uuid(), version: z.int(), notified: z.int() });
type WrittenRow = z.output<typeof WrittenRow>;

export type Answer = Content & {
  assignment: AssignmentInRound;
  confirmed: boolean;
  onBehalfOf: string | null;
  figures: readonly Figure[];
  author: { id: string; name: string };
  approverId: string | null;
  submittedAt: Date;
};
type By<A> = { at: Date; action: A };
/** The assignments after the write, and its audit row; no row when there was nothing to write. */
export type Written<A extends AuditAction> = {
  assignments: AssignmentInRound[];
  audit: (AuditEntry & { municipalityId: string; action: A })[];
};

const isSameValue = (assignment: AssignmentFigure | undefined, { kind, value }: Figure): boolean =>
  assignment?.value?.kind === kind && assignment.value.value === value;

export const changedFigures = ({ figures }: AssignmentInRound, newFigures: readonly Figure[]): Figure[] =>
  newFigures.filter(
    (one) =>
      !isSameValue(
        figures.find(({ id }) => id === one.id),
        one,
      ),
  );

/**
 * Writes the answers with their revisions and figures, deletes their authors' drafts and notifies open boards. All
 * answers belong to one round. Five hundred take as many statements as one.
 * @throws ConcurrentWriteError
 */
export async function writeAnswers<A extends AuditAction>(
  tx: Tx,
  answers: readonly Answer[],
  { at, action }: By<A>,
): Promise<Written<A>> {
  const [first] = answers;
  if (!first) return { assignments: [], audit: [] };
  const { municipalityId, roundId, planId } = first.assignment;
  const versions: Versions[] = [];
  for (const { assignment, figures } of answers) {
    versions.push(await writeFigures(tx, assignment, changedFigures(assignment, figures)));
  }
  const rows = answers.map(({ assignment, author, figures, progress, note, evidence, confirmed, ...rest }) => ({
    id: assignment.reportId ?? uuid7(),
    revisionId: uuid7(),
    assignmentId: assignment.assignmentId,
    progress,
    note,
    evidence,
    confirmed,
    onBehalfOf: rest.onBehalfOf,
    authorId: author.id,
    approverId: rest.approverId,
    submittedAt: rest.submittedAt.toISOString(),
    figures: figures.map(({ indicator, kind, value }) => ({ indicator, period: String(assignment.year), kind, value })),
    version: assignment.storedVersion + 1,
  }));
  const written = await queryRows(
    tx,
    WrittenRow,
    answersSql,
    JSON.stringify(rows),
    municipalityId,
    roundId,
    planId,
    at,
  );
  if (written.length < answers.length) throw new ConcurrentWriteError();
  const byId = new Map(written.map((row) => [row.assignmentId, row]));
  const assignments = answers.map((answer, index) =>
    assignmentAfter(answer, byId.get(answer.assignment.assignmentId), versions[index] ?? new Map()),
  );
  return { assignments, audit: [{ ...auditOf(first, answers, written), municipalityId, action }] };
}

type Row = { id: string; version: number };

function assignmentAfter(
  { assignment, author, ...answer }: Answer,
  row: Row | undefined,
  versions: Versions,
): AssignmentInRound {
  const changed = changedFigures(assignment, answer.figures);
  return {
    ...assignment,
    reportId: row?.id ?? assignment.reportId,
    storedVersion: row?.version ?? assignment.storedVersion,
    report: answer.progress && {
      version: row?.version ?? 1,
      progress: answer.progress,
      note: answer.note,
      evidence: answer.evidence,
      confirmed: answer.confirmed,
      onBehalfOf: answer.onBehalfOf,
      reportedAt: answer.submittedAt.toISOString(),
      author: author.name,
    },
    draft: null,
    figures: assignment.figures.map((figure) => {
      const newFigure = changed.find(({ id }) => id === figure.id);
      if (!newFigure) return figure;
      const { kind, value } = newFigure;
      return {
        ...figure,
        value: { kind, value } as AssignmentFigure['value'],
        version: versions.get(newFigure.id) ?? figure.version,
      };
    }),
  };
}

function auditOf(
  { assignment, progress, figures }: Answer,
  answers: readonly Answer[],
  written: readonly WrittenRow[],
) {
  const { roundId: round, assignmentId } = assignment;
  if (answers.length > 1) {
    return {
      subject: `round:${round}`,
      after: { department: assignment.departmentId, count: written.length, reports: written.map(({ id }) => id) },
    };
  }
  return {
    subject: `report:${written[0]?.id}`,
    before: { version: assignment.storedVersion, progress: assignment.report?.progress ?? null },
    after: {
      round,
      assignment: assignmentId,
      version: assignment.storedVersion + 1,
      progress,
      figures: figures.map(({ indicator }) => indicator),
    },
  };
}
