import type { Tx } from '@vointi/db/client.ts';
import type { AuditAction } from '@vointi/shared/audit/action.ts';
import type { Finding, FindingFields } from '@vointi/shared/finding/contract.ts';
import type { Tone } from '@vointi/shared/finding/tone.ts';
import { freeSlug } from '@vointi/shared/text/slug.ts';
import { AppError, refused, stale } from '../../platform/app-error.ts';
import { type AuditInput, writeAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import type { Managing } from '../../platform/managing.ts';
import { type Asking, personOf } from '../../platform/serve.ts';
import { lockMunicipality } from '../../platform/lock-municipality.ts';
import { boardOf, measuresByCode, touchPlans } from '../plan/public.ts';
import { findingSelect, toFindings } from './rows.ts';

type Request = Managing & { year: number; grant: Asking['grant'] };
type At = Managing & { year: number; measures: ReturnType<typeof measuresByCode> };
type Given = { [K in keyof FindingFields]?: FindingFields[K] | undefined };

/** As many as a plan file may have. */
const findingsAtMost = 200;

/** The board is read before the transaction begins: in it there is one connection only. @throws AppError not_found */
async function inPlan<T>(context: Context, request: Request, work: (tx: Tx, at: At) => Promise<T>): Promise<T> {
  const { index } = await boardOf(context, request, request);
  return context.db.$transaction((tx) => work(tx, { ...request, measures: measuresByCode(index.board) }));
}

/** @throws AppError not_found */
async function planIn(tx: Tx, { municipalityId, year }: At): Promise<string> {
  const plan = await tx.plan.findUnique({
    where: { municipalityId_year: { municipalityId, year } },
    select: { id: true },
  });
  if (!plan) throw new AppError('not_found');
  return plan.id;
}

/** The finding as it is now, for whoever may write it. @throws AppError not_found, also for another municipality's */
async function readFinding(tx: Tx, at: At, where: { id: string; planId: string }): Promise<Finding> {
  const rows = await tx.finding.findMany({
    where: { ...where, municipalityId: at.municipalityId },
    select: findingSelect,
  });
  const [finding] = await toFindings(tx, rows, { seesAll: true, measures: at.measures });
  if (!finding) throw new AppError('not_found');
  return finding;
}

export const createFinding = (context: Context, request: Request, fields: FindingFields): Promise<Finding> =>
  inPlan(context, request, async (tx, at) => {
    const { municipalityId } = at;
    await lockMunicipality(tx, municipalityId);
    const planId = await planIn(tx, at);
    const others = await tx.finding.findMany({ where: { planId }, select: { slug: true, order: true } });
    if (others.length >= findingsAtMost) {
      throw new AppError('invalid_request', [{ path: 'body', message: `${findingsAtMost} findings at most` }]);
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
    await touchPlans(tx, municipalityId, { at: at.at });
    const finding = await readFinding(tx, at, { id, planId });
    await audit(tx, at, 'finding.create', id, { after: { slug: finding.slug, tone, state, ...countsOf(finding) } });
    return finding;
  });

type Update = Given & { version: number; position?: number | undefined };

export const updateFinding = (
  context: Context,
  request: Request,
  id: string,
  { version, position, ...given }: Update,
): Promise<Finding> =>
  inPlan(context, request, async (tx, at) => {
    const { municipalityId } = at;
    await lockMunicipality(tx, municipalityId);
    const planId = await planIn(tx, at);
    const before = await readFinding(tx, at, { id, planId });
    if (before.version !== version) throw stale(before);
    const { tone, state, text, period, ageGroups } = given;
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
    await writeLinks(tx, { municipalityId, planId, id }, given);
    if (position !== undefined) await move(tx, planId, { id, tone: tone ?? before.tone, position });
    await touchPlans(tx, municipalityId, { at: at.at });
    const finding = await readFinding(tx, at, { id, planId });
    const fields = Object.entries({ ...given, position }).flatMap(([key, value]) => (value === undefined ? [] : [key]));
    await audit(tx, at, 'finding.update', id, {
      before: { version, state: before.state },
      after: { version: finding.version, state: finding.state, fields, ...countsOf(finding) },
    });
    return finding;
  });

export const deleteFinding = (context: Context, request: Request, id: string, version: number) =>
  inPlan(context, request, async (tx, at) => {
    const { municipalityId } = at;
    await lockMunicipality(tx, municipalityId);
    const planId = await planIn(tx, at);
    const before = await readFinding(tx, at, { id, planId });
    if (before.version !== version) throw stale(before);
    await tx.finding.delete({ where: { id, municipalityId } });
    await touchPlans(tx, municipalityId, { at: at.at });
    await audit(tx, at, 'finding.delete', id, { before: { slug: before.slug, version, state: before.state } });
    return { done: true as const };
  });

const countsOf = ({ indicators, measures }: Finding) => ({ indicators: indicators.length, measures: measures.length });

type Owned = { municipalityId: string; planId: string; id: string };

/** What is given takes the place of what was there. @throws AppError invalid_request naming the one that is not known */
async function writeLinks(tx: Tx, { municipalityId, planId, id }: Owned, { indicators, measures }: Given) {
  if (indicators) {
    const known = await tx.indicator.findMany({
      where: { municipalityId, slug: { in: indicators } },
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
  return names.map((name, at) => {
    const id = known.get(name);
    if (id === undefined) throw refused(`body.${key}.${at}`, reason);
    if (names.indexOf(name) < at) throw refused(`body.${key}.${at}`, 'twice');
    return id;
  });
}

/** Puts a finding in its place among those of its tone; the others keep their order. */
async function move(tx: Tx, planId: string, { id, tone, position }: { id: string; tone: Tone; position: number }) {
  const rows = await tx.finding.findMany({
    where: { planId },
    orderBy: [{ order: 'asc' }, { slug: 'asc' }],
    select: { id: true, tone: true, order: true },
  });
  const others = rows.filter((row) => row.id !== id);
  const next = others.filter((row) => row.tone === tone)[position];
  const at = next ? others.indexOf(next) : others.length;
  const own = rows.filter((row) => row.id === id);
  const ordered = [...others.slice(0, at), ...own, ...others.slice(at)];
  for (const [order, row] of ordered.entries()) {
    if (row.order !== order) await tx.finding.update({ where: { id: row.id }, data: { order } });
  }
}

/** Ids, codes and counts only. */
const audit = (tx: Tx, at: At, action: AuditAction, id: string, said: Pick<AuditInput, 'before' | 'after'>) =>
  writeAudit(tx, at.at, {
    municipalityId: at.municipalityId,
    actorId: personOf(at.actor).userId,
    action,
    subject: `finding:${id}`,
    ...said,
    requestId: at.requestId,
  });
