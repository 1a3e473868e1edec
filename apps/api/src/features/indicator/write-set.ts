import type { Tx } from '@vointi/db/client.ts';
import { maxSets } from '@vointi/shared/indicator/limits.ts';
import type { IndicatorSetRow } from '@vointi/shared/indicator/manage-contract.ts';
import { freeSlug } from '@vointi/shared/text/slug.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import { AppError, refused } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import type { MunicipalityRequest } from '../../platform/municipality-request.ts';
import { assertVersion, mutate } from '../../platform/mutate.ts';

async function readSets(tx: Tx, municipalityId: string, id?: string): Promise<IndicatorSetRow[]> {
  const rows = await tx.indicatorSet.findMany({
    where: { municipalityId, draftPlanId: null, ...(id !== undefined && { id }) },
    orderBy: [{ order: 'asc' }, { slug: 'asc' }],
    take: maxSets,
    select: { id: true, slug: true, name: true, version: true, _count: { select: { indicators: true } } },
  });
  return rows.map(({ _count, name, ...row }) => ({ ...row, name: name as Text, indicators: _count.indicators }));
}

/** @throws AppError not_found, also for a set of another municipality */
async function readSet(tx: Tx, municipalityId: string, id: string): Promise<IndicatorSetRow> {
  const [row] = await readSets(tx, municipalityId, id);
  if (!row) throw new AppError('not_found');
  return row;
}

export const listSets = async ({ db }: Context, { municipalityId }: MunicipalityRequest) => ({
  sets: await readSets(db, municipalityId),
});

export const createSet = (context: Context, request: MunicipalityRequest, { name }: { name: Text }) =>
  mutate(context, request, { action: 'indicator_set.create', touches: 'nothing', lock: 'municipality' }, async (tx) => {
    const { municipalityId } = request;
    const others = await tx.indicatorSet.findMany({ where: { municipalityId }, select: { slug: true, order: true } });
    if (others.length >= maxSets) throw refused('body', 'too_many_sets');
    const slug = freeSlug(name.fi, new Set(others.map((other) => other.slug)), 'mittaristo');
    const order = Math.max(-1, ...others.map((other) => other.order)) + 1;
    const { id } = await tx.indicatorSet.create({
      data: { municipalityId, slug, order, name },
      select: { id: true },
    });
    return {
      result: await readSet(tx, municipalityId, id),
      audit: { subject: `indicator_set:${id}`, after: { slug } },
    };
  });

export const updateSet = (
  context: Context,
  request: MunicipalityRequest,
  id: string,
  { version, name }: { version: number; name: Text },
) =>
  mutate(context, request, { action: 'indicator_set.update', touches: 'plans', lock: 'municipality' }, async (tx) => {
    const { municipalityId } = request;
    const row = await readSet(tx, municipalityId, id);
    assertVersion(row, version);
    await tx.indicatorSet.update({ where: { id, municipalityId }, data: { name, version: { increment: 1 } } });
    return {
      result: await readSet(tx, municipalityId, id),
      audit: { subject: `indicator_set:${id}`, before: { version }, after: { version: version + 1 } },
    };
  });
