import type { MeasureRevision } from '@vointi/shared/measure/contract.ts';
import type { Progress } from '@vointi/shared/measure/progress.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import { toRef } from '../department/public.ts';
import { boardOf, type PlanKey, type Reader } from '../plan/public.ts';
import { measureWhere } from './where.ts';

const most = 500;

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

/** Every version of every answer, newest first. @throws AppError not_found */
export async function listRevisions(
  context: Context,
  { id, ...key }: PlanKey & { id: string },
  reader: Reader,
): Promise<{ revisions: MeasureRevision[] }> {
  const { planId } = await boardOf(context, key, reader);
  const measure = await context.db.measure.findFirst({ where: measureWhere(planId, id), select: { id: true } });
  if (!measure) throw new AppError('not_found');
  const rows = await context.db.reportRevision.findMany({
    where: { report: { assignment: { measureId: measure.id }, round: { state: { not: 'planned' } } } },
    orderBy: [{ report: { round: { order: 'desc' } } }, { createdAt: 'desc' }, { version: 'desc' }],
    take: most,
    select,
  });
  const isStaff = reader.actor.kind === 'user' && reader.grant.reach === 'all';
  const last = new Map<string, Progress>();
  const oldestFirst = rows.toReversed().map(({ report, ...row }): MeasureRevision => {
    const { department } = report.assignment;
    const before = last.get(department.slug) ?? null;
    if (row.progress !== null) last.set(department.slug, row.progress);
    // What came from a document is written when it is loaded, which is not when it was said.
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
  return { revisions: oldestFirst.toReversed() };
}
