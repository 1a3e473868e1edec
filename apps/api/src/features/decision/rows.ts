import type { Prisma, Tx } from '@vointi/db/client.ts';
import { grantOf } from '@vointi/shared/access/grant.ts';
import type { MeasureDecision } from '@vointi/shared/decision/contract.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import { AppError } from '../../platform/app-error.ts';
import type { MunicipalityRequest } from '../../platform/municipality-request.ts';
import { maxDecisions } from '@vointi/shared/decision/limits.ts';

const rowSelect = {
  id: true,
  planId: true,
  measureCode: true,
  text: true,
  decidedOn: true,
  meeting: true,
  author: { select: { displayName: true, removedAt: true } },
  createdAt: true,
  updatedAt: true,
  version: true,
} satisfies Prisma.MeasureDecisionSelect;
type Stored = Prisma.MeasureDecisionGetPayload<{ select: typeof rowSelect }>;

export const mayWrite = ({ actor, slug }: MunicipalityRequest): boolean =>
  grantOf(actor, 'decision:write', slug) !== null;

const toRow = (stored: Stored, title: Text | null, may: boolean): MeasureDecision => ({
  id: stored.id,
  measure: { code: stored.measureCode, title },
  text: stored.text,
  decidedOn: stored.decidedOn.toISOString().slice(0, 10),
  meeting: stored.meeting,
  author: stored.author.removedAt ? null : stored.author.displayName,
  createdAt: stored.createdAt.toISOString(),
  updatedAt: stored.updatedAt.toISOString(),
  version: stored.version,
  can: { edit: may },
});

/** Newest day first, then in the order of the plan; measures that it no longer has come last. */
export async function readRows(
  tx: Tx,
  request: MunicipalityRequest,
  where: Prisma.MeasureDecisionWhereInput,
): Promise<MeasureDecision[]> {
  const stored = await tx.measureDecision.findMany({
    where: { ...where, municipalityId: request.municipalityId },
    orderBy: [{ decidedOn: 'desc' }, { createdAt: 'asc' }],
    take: maxDecisions,
    select: rowSelect,
  });
  if (stored.length === 0) return [];
  const measures = await tx.measure.findMany({
    where: {
      planId: { in: [...new Set(stored.map(({ planId }) => planId))] },
      code: { in: stored.map(({ measureCode }) => measureCode) },
    },
    orderBy: [{ goal: { order: 'asc' } }, { order: 'asc' }],
    select: { planId: true, code: true, title: true },
  });
  const indexOf = new Map(measures.map(({ planId, code }, index) => [`${planId} ${code}`, index]));
  const may = mayWrite(request);
  return stored
    .map((row) => ({ row, index: indexOf.get(`${row.planId} ${row.measureCode}`) ?? measures.length }))
    .toSorted((a, b) => b.row.decidedOn.getTime() - a.row.decidedOn.getTime() || a.index - b.index)
    .map(({ row, index }) => toRow(row, (measures[index]?.title as Text | undefined) ?? null, may));
}

/** @throws AppError not_found, also for another municipality's */
export async function readRow(tx: Tx, request: MunicipalityRequest, id: string): Promise<MeasureDecision> {
  const [row] = await readRows(tx, request, { id });
  if (!row) throw new AppError('not_found');
  return row;
}
