import * as z from 'zod';
import { Prisma, type Tx } from '@vointi/db/client.ts';
import type { AuditAction } from '@vointi/shared/audit/action.ts';
import type { IndicatorHead } from '@vointi/shared/indicator/contract.ts';
import { maxIndicators } from '@vointi/shared/indicator/limits.ts';
import type { IndicatorFields } from '@vointi/shared/indicator/manage-contract.ts';
import { freeSlug } from '@vointi/shared/text/slug.ts';
import { refused, stale } from '../../platform/app-error.ts';
import { type AuditInput, writeAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import type { Managing } from '../../platform/managing.ts';
import { personOf } from '../../platform/serve.ts';
import { queryRows, sql } from '../../platform/sql.ts';
import { lockMunicipality } from '../../platform/lock-municipality.ts';
import { touchPlans } from '../plan/public.ts';
import { readHeadRow } from './head-row.ts';

type Given = { [K in keyof IndicatorFields]?: IndicatorFields[K] | undefined };

export const createIndicator = ({ db }: Context, managing: Managing, fields: IndicatorFields) =>
  db.$transaction(async (tx): Promise<IndicatorHead> => {
    const { municipalityId } = managing;
    await lockMunicipality(tx, municipalityId);
    const others = await tx.indicator.findMany({ where: { municipalityId }, select: { slug: true, order: true } });
    if (others.length >= maxIndicators) throw refused('body', 'too_many_indicators');
    const { id } = await tx.indicator.create({
      data: {
        municipalityId,
        slug: freeSlug(fields.name.fi, new Set(others.map(({ slug }) => slug)), 'mittari'),
        order: Math.max(-1, ...others.map(({ order }) => order)) + 1,
        kind: fields.kind,
        name: fields.name,
        decimals: fields.decimals,
        direction: fields.direction,
        countsPeople: fields.countsPeople,
        sourceId: fields.sourceId,
        sourceUrl: fields.sourceUrl,
        licence: fields.licence,
        ...textsOf(fields),
        setId: await setIdOf(tx, municipalityId, fields.set),
      },
      select: { id: true },
    });
    const row = await readHeadRow(tx, managing, id);
    await audit(tx, managing, 'indicator.create', id, { after: { slug: row.slug, kind: row.kind } });
    return row;
  });

export const updateIndicator = (
  { db }: Context,
  managing: Managing,
  id: string,
  { version, ...given }: Given & { version: number },
) =>
  db.$transaction(async (tx): Promise<IndicatorHead> => {
    const { municipalityId, at } = managing;
    await lockMunicipality(tx, municipalityId);
    const row = await readHeadRow(tx, managing, id);
    if (row.version !== version) throw stale(row);
    const { kind, decimals, set, name, direction, countsPeople, sourceId, sourceUrl, licence } = given;
    if (kind !== undefined && kind !== row.kind && (await hasContent(tx, id))) throw refused('body.kind', 'kind_fixed');
    if (decimals !== undefined && (await hasMoreDecimals(tx, id, decimals))) {
      throw refused('body.decimals', 'too_many_decimals');
    }
    await tx.indicator.update({
      where: { id, municipalityId },
      data: {
        version: { increment: 1 },
        ...(kind !== undefined && { kind }),
        ...(decimals !== undefined && { decimals }),
        ...(name !== undefined && { name }),
        ...(direction !== undefined && { direction }),
        ...(countsPeople !== undefined && { countsPeople }),
        ...(sourceId !== undefined && { sourceId }),
        ...(sourceUrl !== undefined && { sourceUrl }),
        ...(licence !== undefined && { licence }),
        ...textsOf(given),
        ...(set !== undefined && { setId: await setIdOf(tx, municipalityId, set) }),
      },
    });
    await touchPlans(tx, municipalityId, { at });
    const updated = await readHeadRow(tx, managing, id);
    const fields = Object.keys(given).filter((key) => given[key as keyof Given] !== undefined);
    await audit(tx, managing, 'indicator.update', id, { before: { version }, after: { version: version + 1, fields } });
    return updated;
  });

/** @throws AppError invalid_request when it has values or anything names it */
export const deleteIndicator = ({ db }: Context, managing: Managing, id: string, version: number) =>
  db.$transaction(async (tx) => {
    const { municipalityId, at } = managing;
    await lockMunicipality(tx, municipalityId);
    const row = await readHeadRow(tx, managing, id);
    if (row.version !== version) throw stale(row);
    const none = { none: {} };
    const { count } = await tx.indicator.deleteMany({
      where: { id, municipalityId, values: none, measures: none, goals: none, termMeasures: none, findings: none },
    });
    if (count === 0) throw refused('params.id', 'indicator_in_use');
    await touchPlans(tx, municipalityId, { at });
    await audit(tx, managing, 'indicator.delete', id, { before: { slug: row.slug, version } });
    return { done: true as const };
  });

const textKeys = ['unit', 'definition', 'source', 'regionName'] as const;

const textsOf = (given: Given) =>
  Object.fromEntries(
    textKeys.flatMap((key) => (given[key] === undefined ? [] : [[key, given[key] ?? Prisma.DbNull]])),
  ) as { [K in (typeof textKeys)[number]]?: NonNullable<IndicatorFields[K]> };

async function setIdOf(tx: Tx, municipalityId: string, slug: string | null): Promise<string | null> {
  if (slug === null) return null;
  const set = await tx.indicatorSet.findUnique({
    where: { municipalityId_slug: { municipalityId, slug } },
    select: { id: true },
  });
  if (!set) throw refused('body.set', 'set_unknown');
  return set.id;
}

async function hasContent(tx: Tx, indicatorId: string): Promise<boolean> {
  const found = await tx.indicator.findFirst({
    where: { id: indicatorId, OR: [{ values: { some: {} } }, { targets: { some: {} } }] },
    select: { id: true },
  });
  return found !== null;
}

async function hasMoreDecimals(tx: Tx, indicatorId: string, decimals: number): Promise<boolean> {
  const found = await queryRows(
    tx,
    z.object({}),
    sql`
    select 1 from "IndicatorValue" where "indicatorId" = ${indicatorId}::uuid and number <> round(number, ${decimals}::int)
    union all
    select 1 from "IndicatorTarget" where "indicatorId" = ${indicatorId}::uuid and number <> round(number, ${decimals}::int)
    limit 1`,
  );
  return found.length > 0;
}

type Said = Pick<AuditInput, 'before' | 'after'>;
/** Ids, codes and counts only. */
export const audit = (tx: Tx, managing: Managing, action: AuditAction, id: string, said: Said) =>
  writeAudit(tx, managing.at, {
    municipalityId: managing.municipalityId,
    actorId: personOf(managing.actor).userId,
    action,
    subject: `${action.startsWith('indicator_set') ? 'indicator_set' : 'indicator'}:${id}`,
    ...said,
    requestId: managing.requestId,
  });
