import type { Tx } from '@vointi/db/client.ts';
import { maxSets } from '@vointi/shared/indicator/limits.ts';
import type { IndicatorSetRow } from '@vointi/shared/indicator/manage-contract.ts';
import { freeSlug } from '@vointi/shared/text/slug.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import { AppError, refused, stale } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import type { Managing } from '../../platform/managing.ts';
import { lockMunicipality } from '../../platform/lock-municipality.ts';
import { touchPlans } from '../plan/public.ts';
import { audit } from './write-indicator.ts';

async function readSets(tx: Tx, municipalityId: string, id?: string): Promise<IndicatorSetRow[]> {
  const rows = await tx.indicatorSet.findMany({
    where: { municipalityId, ...(id !== undefined && { id }) },
    orderBy: [{ order: 'asc' }, { slug: 'asc' }],
    take: maxSets,
    select: { id: true, slug: true, name: true, version: true, _count: { select: { indicators: true } } },
  });
  return rows.map(({ _count, name, ...row }) => ({ ...row, name: name as Text, indicators: _count.indicators }));
}

/** @throws AppError not_found, also for another municipality's */
async function readSet(tx: Tx, municipalityId: string, id: string): Promise<IndicatorSetRow> {
  const [row] = await readSets(tx, municipalityId, id);
  if (!row) throw new AppError('not_found');
  return row;
}

export const listSets = async ({ db }: Context, { municipalityId }: Managing) => ({
  sets: await readSets(db, municipalityId),
});

export const createSet = ({ db }: Context, managing: Managing, { name }: { name: Text }) =>
  db.$transaction(async (tx) => {
    const { municipalityId } = managing;
    await lockMunicipality(tx, municipalityId);
    const others = await tx.indicatorSet.findMany({ where: { municipalityId }, select: { slug: true, order: true } });
    if (others.length >= maxSets) throw refused('body', 'too_many_sets');
    const slug = freeSlug(name.fi, new Set(others.map((other) => other.slug)), 'mittaristo');
    const order = Math.max(-1, ...others.map((other) => other.order)) + 1;
    const { id } = await tx.indicatorSet.create({
      data: { municipalityId, slug, order, name },
      select: { id: true },
    });
    await audit(tx, managing, 'indicator_set.create', id, { after: { slug } });
    return readSet(tx, municipalityId, id);
  });

export const updateSet = (
  { db }: Context,
  managing: Managing,
  id: string,
  { version, name }: { version: number; name: Text },
) =>
  db.$transaction(async (tx) => {
    const { municipalityId, at } = managing;
    await lockMunicipality(tx, municipalityId);
    const row = await readSet(tx, municipalityId, id);
    if (row.version !== version) throw stale(row);
    await tx.indicatorSet.update({ where: { id, municipalityId }, data: { name, version: { increment: 1 } } });
    await touchPlans(tx, municipalityId, { at });
    await audit(tx, managing, 'indicator_set.update', id, { before: { version }, after: { version: version + 1 } });
    return readSet(tx, municipalityId, id);
  });
