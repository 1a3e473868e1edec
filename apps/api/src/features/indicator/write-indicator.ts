import * as z from 'zod';
import { Prisma, type Tx } from '@vointi/db/client.ts';
import type { IndicatorHead } from '@vointi/shared/indicator/contract.ts';
import { maxIndicators } from '@vointi/shared/indicator/limits.ts';
import type { IndicatorFields } from '@vointi/shared/indicator/manage-contract.ts';
import { freeSlug } from '@vointi/shared/text/slug.ts';
import { refused } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import type { MunicipalityRequest } from '../../platform/municipality-request.ts';
import { assertVersion, mutate } from '../../platform/mutate.ts';
import { queryRows, sql } from '../../platform/sql.ts';
import { readHeadRow } from './head-row.ts';

type IndicatorChanges = { [K in keyof IndicatorFields]?: IndicatorFields[K] | undefined };

export const createIndicator = (
  context: Context,
  request: MunicipalityRequest,
  fields: IndicatorFields,
): Promise<IndicatorHead> =>
  mutate(context, request, { action: 'indicator.create', touches: 'nothing', lock: 'municipality' }, async (tx) => {
    const { municipalityId } = request;
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
    const row = await readHeadRow(tx, request, id);
    return { result: row, audit: { subject: `indicator:${id}`, after: { slug: row.slug, kind: row.kind } } };
  });

export const updateIndicator = (
  context: Context,
  request: MunicipalityRequest,
  id: string,
  { version, ...changes }: IndicatorChanges & { version: number },
): Promise<IndicatorHead> =>
  mutate(context, request, { action: 'indicator.update', touches: 'plans', lock: 'municipality' }, async (tx) => {
    const { municipalityId } = request;
    const row = await readHeadRow(tx, request, id);
    assertVersion(row, version);
    const { kind, decimals, set, name, direction, countsPeople, sourceId, sourceUrl, licence } = changes;
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
        ...textsOf(changes),
        ...(set !== undefined && { setId: await setIdOf(tx, municipalityId, set) }),
      },
    });
    const updated = await readHeadRow(tx, request, id);
    const fields = Object.keys(changes).filter((key) => changes[key as keyof IndicatorChanges] !== undefined);
    return {
      result: updated,
      audit: { subject: `indicator:${id}`, before: { version }, after: { version: version + 1, fields } },
    };
  });

/** @throws AppError invalid_request when the indicator has values or links */
export const deleteIndicator = (context: Context, request: MunicipalityRequest, id: string, version: number) =>
  mutate(context, request, { action: 'indicator.delete', touches: 'plans', lock: 'municipality' }, async (tx) => {
    const { municipalityId } = request;
    const row = await readHeadRow(tx, request, id);
    assertVersion(row, version);
    const none = { none: {} };
    const { count } = await tx.indicator.deleteMany({
      where: { id, municipalityId, values: none, measures: none, goals: none, termMeasures: none, findings: none },
    });
    if (count === 0) throw refused('params.id', 'indicator_in_use');
    return {
      result: { done: true as const },
      audit: { subject: `indicator:${id}`, before: { slug: row.slug, version } },
    };
  });

const textKeys = ['unit', 'definition', 'source', 'regionName'] as const;

const textsOf = (changes: IndicatorChanges) =>
  Object.fromEntries(
    textKeys.flatMap((key) => (changes[key] === undefined ? [] : [[key, changes[key] ?? Prisma.DbNull]])),
  ) as { [K in (typeof textKeys)[number]]?: NonNullable<IndicatorFields[K]> };

async function setIdOf(tx: Tx, municipalityId: string, slug: string | null): Promise<string | null> {
  if (slug === null) return null;
  const set = await tx.indicatorSet.findUnique({
    where: { municipalityId_slug: { municipalityId, slug }, draftPlanId: null },
    select: { id: true },
  });
  if (!set) throw refused('body.set', 'set_unknown');
  return set.id;
}

async function hasContent(tx: Tx, indicatorId: string): Promise<boolean> {
  const row = await tx.indicator.findFirst({
    where: { id: indicatorId, OR: [{ values: { some: {} } }, { targets: { some: {} } }] },
    select: { id: true },
  });
  return row !== null;
}

async function hasMoreDecimals(tx: Tx, indicatorId: string, decimals: number): Promise<boolean> {
  const rows = await queryRows(
    tx,
    z.object({}),
    sql`
    select 1 from "IndicatorValue" where "indicatorId" = ${indicatorId}::uuid and number <> round(number, ${decimals}::int)
    union all
    select 1 from "IndicatorTarget" where "indicatorId" = ${indicatorId}::uuid and number <> round(number, ${decimals}::int)
    limit 1`,
  );
  return rows.length > 0;
}
