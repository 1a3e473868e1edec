import type { Tx } from '@vointi/db/client.ts';
import type { Finding, FindingFields } from '@vointi/shared/finding/contract.ts';
import type { Tone } from '@vointi/shared/finding/tone.ts';
import { freeSlug } from '@vointi/shared/text/slug.ts';
import { AppError, refused } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import type { MunicipalityRequest } from '../../platform/municipality-request.ts';
import { assertVersion, mutate } from '../../platform/mutate.ts';
import type { ApiRequest } from '../../platform/serve.ts';
import { boardOf, measuresByCode } from '../plan/public.ts';
import { findingSelect, toFindings } from './rows.ts';
import { maxFindings } from '@vointi/shared/finding/limits.ts';

type Request = MunicipalityRequest & { year: number; grant: ApiRequest['grant'] };
type FindingWriter = MunicipalityRequest & { year: number; measures: ReturnType<typeof measuresByCode> };
type Changes = { [K in keyof FindingFields]?: FindingFields[K] | undefined };

/** Reads the board before the transaction begins: it holds one connection only. @throws AppError not_found */
async function withMeasures(context: Context, request: Request): Promise<FindingWriter> {
  const { index } = await boardOf(context, request, request);
  return { ...request, measures: measuresByCode(index.board) };
}

/** @throws AppError not_found */
async function planIn(tx: Tx, { municipalityId, year }: FindingWriter): Promise<string> {
  const plan = await tx.plan.findUnique({
    where: { municipalityId_year: { municipalityId, year } },
    select: { id: true },
  });
  if (!plan) throw new AppError('not_found');
  return plan.id;
}

/** The finding as its writers see it. @throws AppError not_found, also for another municipality's */
async function readFinding(tx: Tx, writer: FindingWriter, where: { id: string; planId: string }): Promise<Finding> {
  const rows = await tx.finding.findMany({
    where: { ...where, municipalityId: writer.municipalityId },
    select: findingSelect,
  });
  const [finding] = await toFindings(tx, rows, { seesAll: true, measures: writer.measures });
  if (!finding) throw new AppError('not_found');
  return finding;
}

export async function createFinding(context: Context, request: Request, fields: FindingFields): Promise<Finding> {
  const writer = await withMeasures(context, request);
  return mutate(context, writer, { action: 'finding.create', touches: 'plans', lock: 'municipality' }, async (tx) => {
    const { municipalityId } = writer;
    const planId = await planIn(tx, writer);
    const others = await tx.finding.findMany({ where: { planId }, select: { slug: true, order: true } });
    if (others.length >= maxFindings) {
      throw new AppError('invalid_request', [{ path: 'body', message: `${maxFindings} findings at most` }]);
    }
    const { tone, state, text, period, ageGroups } = fields;
    const { id } = await tx.finding.create({
      data: {
        municipalityId,
        planId,
        slug: freeSlug(text.fi.slice(0, 50), new Set(others.map(({ slug }) => slug)), 'havainto'),
        order: Math.max(-1, ...others.map(({ order }) => order)) + 1,
        tone,
        state,
        text,
        period,
        ageGroups: [...new Set(ageGroups)],
      },
      select: { id: true },
    });
    await writeLinks(tx, { municipalityId, planId, id }, fields);
    const finding = await readFinding(tx, writer, { id, planId });
    return {
      result: finding,
      audit: { subject: `finding:${id}`, after: { slug: finding.slug, tone, state, ...countsOf(finding) } },
    };
  });
}

type Update = Changes & { version: number; position?: number | undefined };

export async function updateFinding(
  context: Context,
  request: Request,
  id: string,
  { version, position, ...changes }: Update,
): Promise<Finding> {
  const writer = await withMeasures(context, request);
  return mutate(context, writer, { action: 'finding.update', touches: 'plans', lock: 'municipality' }, async (tx) => {
    const { municipalityId } = writer;
    const planId = await planIn(tx, writer);
    const before = await readFinding(tx, writer, { id, planId });
    assertVersion(before, version);
    const { tone, state, text, period, ageGroups } = changes;
    await tx.finding.update({
      where: { id, municipalityId },
      data: {
        version: { increment: 1 },
        ...(tone !== undefined && { tone }),
        ...(state !== undefined && { state }),
        ...(text !== undefined && { text }),
        ...(period !== undefined && { period }),
        ...(ageGroups !== undefined && { ageGroups: [...new Set(ageGroups)] }),
      },
    });
    await writeLinks(tx, { municipalityId, planId, id }, changes);
    if (position !== undefined) await move(tx, planId, { id, tone: tone ?? before.tone, position });
    const finding = await readFinding(tx, writer, { id, planId });
    const fields = Object.entries({ ...changes, position }).flatMap(([key, value]) =>
      value === undefined ? [] : [key],
    );
    return {
      result: finding,
      audit: {
        subject: `finding:${id}`,
        before: { version, state: before.state },
        after: { version: finding.version, state: finding.state, fields, ...countsOf(finding) },
      },
    };
  });
}

export async function deleteFinding(context: Context, request: Request, id: string, version: number) {
  const writer = await withMeasures(context, request);
  return mutate(context, writer, { action: 'finding.delete', touches: 'plans', lock: 'municipality' }, async (tx) => {
    const { municipalityId } = writer;
    const planId = await planIn(tx, writer);
    const before = await readFinding(tx, writer, { id, planId });
    assertVersion(before, version);
    await tx.finding.delete({ where: { id, municipalityId } });
    return {
      result: { done: true as const },
      audit: { subject: `finding:${id}`, before: { slug: before.slug, version, state: before.state } },
    };
  });
}

const countsOf = ({ indicators, measures }: Finding) => ({ indicators: indicators.length, measures: measures.length });

type Owned = { municipalityId: string; planId: string; id: string };

/** Replaces the links that are given. @throws AppError invalid_request naming an unknown one */
async function writeLinks(tx: Tx, { municipalityId, planId, id }: Owned, { indicators, measures }: Changes) {
  if (indicators) {
    const known = await tx.indicator.findMany({
      where: { municipalityId, draftPlanId: null, slug: { in: indicators } },
      select: { id: true, slug: true },
    });
    const ids = idsOf(indicators, new Map(known.map((row) => [row.slug, row.id])), 'indicators', 'indicator_unknown');
    await tx.findingIndicator.deleteMany({ where: { findingId: id } });
    await tx.findingIndicator.createMany({
      data: ids.map((indicatorId, order) => ({ municipalityId, findingId: id, indicatorId, order })),
    });
  }
  if (measures) {
    const known = await tx.measure.findMany({
      where: { planId, code: { in: measures } },
      select: { id: true, code: true },
    });
    const ids = idsOf(measures, new Map(known.map((row) => [row.code, row.id])), 'measures', 'measure_unknown');
    await tx.findingMeasure.deleteMany({ where: { findingId: id } });
    await tx.findingMeasure.createMany({
      data: ids.map((measureId, order) => ({ municipalityId, findingId: id, measureId, order })),
    });
  }
}

function idsOf(
  names: readonly string[],
  known: ReadonlyMap<string, string>,
  key: string,
  reason: 'indicator_unknown' | 'measure_unknown',
): string[] {
  return names.map((name, index) => {
    const id = known.get(name);
    if (id === undefined) throw refused(`body.${key}.${index}`, reason);
    if (names.indexOf(name) < index) throw refused(`body.${key}.${index}`, 'twice');
    return id;
  });
}

/** Moves a finding to a position among those of its tone; the others keep their order. */
async function move(tx: Tx, planId: string, { id, tone, position }: { id: string; tone: Tone; position: number }) {
  const rows = await tx.finding.findMany({
    where: { planId },
    orderBy: [{ order: 'asc' }, { slug: 'asc' }],
    select: { id: true, tone: true, order: true },
  });
  const others = rows.filter((row) => row.id !== id);
  const next = others.filter((row) => row.tone === tone)[position];
  const index = next ? others.indexOf(next) : others.length;
  const own = rows.filter((row) => row.id === id);
  const ordered = [...others.slice(0, index), ...own, ...others.slice(index)];
  for (const [order, row] of ordered.entries()) {
    if (row.order !== order) await tx.finding.update({ where: { id: row.id }, data: { order } });
  }
}
