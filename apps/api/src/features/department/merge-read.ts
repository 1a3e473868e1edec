import { Prisma, type Tx } from '@vointi/db/client.ts';
import { type MergePreview } from '@vointi/shared/department/manage-contract.ts';
import { isCircular, namesOf, tidyAliases } from '@vointi/shared/department/rules.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import { AppError, refused } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import type { MunicipalityRequest } from '../../platform/municipality-request.ts';
import { readConsistently } from '../../platform/mutate.ts';
import { readAll } from './manage-rows.ts';
import { toRef } from './ref.ts';
import { maxAliases } from '@vointi/shared/department/limits.ts';

/** A report without an answer, now and in every revision, does not conflict. */
const saysNothing = { progress: null, note: { equals: Prisma.DbNull }, evidence: { equals: Prisma.DbNull } } as const;

const assignmentSelect = {
  id: true,
  measureId: true,
  measure: { select: { code: true, title: true, plan: { select: { year: true } } } },
  reports: {
    where: { NOT: { ...saysNothing, revisions: { every: saysNothing } } },
    select: { id: true, roundId: true },
  },
} satisfies Prisma.AssignmentSelect;
type Assigned = Prisma.AssignmentGetPayload<{ select: typeof assignmentSelect }>;

/** Two assignments of one measure: the content of `gone` moves to `kept`. */
export type Pair = { gone: Assigned; kept: Assigned };

/**
 * What a merge would move, and what prevents it. The preview shows it; the merge computes it again within its
 * transaction.
 * @throws AppError not_found when the one to merge is not of the municipality, or the field when the other is not
 */
export async function planMerge(
  tx: Tx,
  request: MunicipalityRequest,
  ids: { from: string; into: string },
  field: string,
) {
  const { municipalityId } = request;
  const known = await readAll(tx, request);
  const from = known.find(({ id }) => id === ids.from);
  if (!from) throw new AppError('not_found');
  const into = known.find(({ id }) => id === ids.into);
  if (!into || into === from) throw refused(field, 'department_unknown');

  const where = { municipalityId };
  const order = [{ measure: { plan: { year: 'desc' } } }, { measure: { code: 'asc' } }] as const;
  const select = assignmentSelect;
  const mine = await tx.assignment.findMany({
    where: { ...where, departmentId: from.id },
    orderBy: [...order],
    select,
  });
  const theirs = await tx.assignment.findMany({ where: { ...where, departmentId: into.id }, select });
  const keptByMeasure = new Map(theirs.map((one) => [one.measureId, one]));
  const moved = mine.filter(({ measureId }) => !keptByMeasure.has(measureId));
  const pairs = mine.flatMap((gone): Pair[] => {
    const kept = keptByMeasure.get(gone.measureId);
    return kept ? [{ gone, kept }] : [];
  });
  const people = await tx.membership.findMany({
    where: { municipalityId, departmentId: from.id },
    distinct: ['userId'],
    select: { userId: true },
  });
  const all = tidyAliases({ name: into.name, aliases: [...into.aliases, ...namesOf(from)] });
  const aliases = all.filter((alias) => !into.aliases.includes(alias));
  return {
    from,
    into,
    moved,
    joined: pairs.filter((pair) => !isConflict(pair)),
    conflicts: pairs.filter(isConflict),
    people: people.length,
    aliases,
    surplusAliases: Math.max(0, into.aliases.length + aliases.length - maxAliases),
    // Departments succeeded by `from` are then succeeded by `into`, which may close a circle.
    isCircular: isCircularAfter(known, from.id, into.id),
  };
}
export type Merge = Awaited<ReturnType<typeof planMerge>>;

const isConflict = ({ gone, kept }: Pair): boolean =>
  gone.reports.some(({ roundId }) => kept.reports.some((report) => report.roundId === roundId));

type Link = { id: string; successorId: string | null };

function isCircularAfter(known: readonly Link[], from: string, into: string): boolean {
  const after = new Map(known.map(({ id, successorId }) => [id, successorId === from ? into : successorId]));
  after.delete(from);
  after.set(into, successorAfter(known, from, into));
  return isCircular(into, after.get(into) ?? null, after);
}

/** The successor of `into` after the merge, never itself. */
export function successorAfter(known: readonly Link[], from: string, into: string): string | null {
  const of = (id: string) => known.find((one) => one.id === id)?.successorId ?? null;
  if (of(into) !== from) return of(into);
  return of(from) === into ? null : of(from);
}

const toMeasure = ({ gone: { measure } }: Pair) => ({
  year: measure.plan.year,
  code: measure.code,
  title: measure.title as Text,
});

export async function previewMerge(
  context: Context,
  request: MunicipalityRequest,
  ids: { from: string; into: string },
): Promise<MergePreview> {
  const merge = await readConsistently(context, (tx) => planMerge(tx, request, ids, 'query.into'));
  return {
    from: toRef(merge.from),
    into: toRef(merge.into),
    moved: merge.moved.length,
    joined: merge.joined.map(toMeasure),
    conflicts: merge.conflicts.map(toMeasure),
    people: merge.people,
    aliases: merge.aliases,
    surplusAliases: merge.surplusAliases,
    isPossible: merge.conflicts.length === 0 && merge.surplusAliases === 0 && !merge.isCircular,
  };
}
