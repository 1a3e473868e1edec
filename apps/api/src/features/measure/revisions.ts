import * as z from 'zod';
import type { Result } from '@vointi/shared/http/route.ts';
import type { measureApi, MeasureRevision } from '@vointi/shared/measure/contract.ts';
import type { Progress } from '@vointi/shared/measure/progress.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Context, Reader } from '../../platform/context.ts';
import { queryRows, sql } from '../../platform/sql.ts';
import { toRef } from '../department/public.ts';
import { boardOf, type PlanKey } from '../plan/public.ts';
import { measureWhere } from './where.ts';

const maxRevisions = 500;

const person = { select: { displayName: true } } as const;
const select = {
  version: true,
  createdAt: true,
  progress: true,
  note: true,
  evidence: true,
  confirmed: true,
  onBehalfOf: true,
  author: person,
  approver: person,
  report: {
    select: {
      submittedAt: true,
      round: { select: { slug: true, name: true, opensAt: true } },
      assignment: { select: { department: { select: { slug: true, kind: true, name: true, shortName: true } } } },
    },
  },
} as const;

/** The version of each answer that is current, or was when its round closed. */
async function lastOf({ db }: Context, measureId: string): Promise<string[]> {
  const rows = await queryRows(
    db,
    z.strictObject({ id: z.uuid() }),
    sql`
    select distinct on (v."reportId") v.id from "ReportRevision" v
    join "Report" r on r.id = v."reportId" join "Assignment" a on a.id = r."assignmentId"
    where a."measureId" = ${measureId}::uuid order by v."reportId", v.version desc`,
  );
  return rows.map(({ id }) => id);
}

/**
 * Answers, newest first: every version for staff, the last of each round for everybody else, so that a mistake corrected
 * a minute later does not stay public. @throws AppError not_found
 */
export async function listRevisions(
  context: Context,
  { id, ...key }: PlanKey & { id: string },
  reader: Reader,
): Promise<Result<typeof measureApi.revisions>> {
  const { planId } = await boardOf(context, key, reader);
  const measure = await context.db.measure.findFirst({ where: measureWhere(planId, id), select: { id: true } });
  if (!measure) throw new AppError('not_found');
  const isStaff = reader.actor.kind === 'user' && reader.grant.reach === 'all';
  const rows = await context.db.reportRevision.findMany({
    where: {
      report: { assignment: { measureId: measure.id }, round: { state: { not: 'planned' } } },
      ...(!isStaff && { id: { in: await lastOf(context, measure.id) } }),
    },
    orderBy: [{ report: { round: { order: 'desc' } } }, { createdAt: 'desc' }, { version: 'desc' }],
    take: maxRevisions,
    select,
  });
  const last = new Map<string, Progress>();
  const oldestFirst = rows.toReversed().map(({ report, ...row }): MeasureRevision => {
    const { department } = report.assignment;
    const before = last.get(department.slug) ?? null;
    if (row.progress !== null) last.set(department.slug, row.progress);
    // An imported answer is stored at the import, which is not when it was given.
    const isUndated = row.author === null && (report.submittedAt === null || report.round.opensAt === null);
    return {
      round: { slug: report.round.slug, name: report.round.name as Text },
      department: toRef(department),
      version: row.version,
      at: isUndated ? null : row.createdAt.toISOString(),
      before,
      progress: row.progress,
      note: row.note as Text | null,
      evidence: row.evidence as Text | null,
      confirmed: row.confirmed,
      isOnBehalf: row.onBehalfOf !== null,
      people: isStaff
        ? {
            author: row.author?.displayName ?? null,
            approver: row.approver?.displayName ?? null,
            onBehalfOf: row.onBehalfOf,
          }
        : null,
    };
  });
  return { isWhole: isStaff, revisions: oldestFirst.toReversed() };
}
