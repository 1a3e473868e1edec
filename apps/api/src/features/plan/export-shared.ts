import type { Prisma, Tx } from '@vointi/db/client.ts';
import type { PlanFileInput } from '@vointi/shared/plan/interchange.ts';
import type { Text } from '@vointi/shared/text/text.ts';

/** Absent in a file is null in a row. */
export const orAbsent = <V>(value: V | null): V | undefined => value ?? undefined;
/** Columns of texts hold nothing else: whatever wrote them was checked. */
export const text = (value: Prisma.JsonValue): Text => value as Text;
export const textOrAbsent = (value: Prisma.JsonValue | null): Text | undefined =>
  value === null ? undefined : text(value);
export const dayOf = (date: Date | null): string | undefined => date?.toISOString().slice(0, 10);

type Owner = { municipalityId: string; planId: string };

const inOrder = { orderBy: { order: 'asc' } } as const;
const indicatorSlugs = { select: { indicator: { select: { slug: true } } }, ...inOrder } as const;
export const slugsOf = (links: readonly { indicator: { slug: string } }[]): string[] =>
  links.map(({ indicator }) => indicator.slug);

/** What others' drafts brought is not this plan's. */
const seenBy = ({ municipalityId, planId }: Owner) => ({
  municipalityId,
  OR: [{ draftPlanId: null }, { draftPlanId: planId }],
});

export async function readDepartments(tx: Tx, owner: Owner): Promise<PlanFileInput['departments']> {
  const rows = await tx.department.findMany({
    where: seenBy(owner),
    include: { successor: { select: { slug: true } } },
    orderBy: [{ order: 'asc' }, { slug: 'asc' }],
  });
  return rows.map((row) => ({
    slug: row.slug,
    kind: row.kind,
    name: text(row.name),
    shortName: textOrAbsent(row.shortName),
    aliases: row.aliases,
    successor: row.successor?.slug,
    validFrom: dayOf(row.validFrom),
    validTo: dayOf(row.validTo),
  }));
}

export async function readIndicatorSets(tx: Tx, owner: Owner): Promise<PlanFileInput['indicatorSets']> {
  const rows = await tx.indicatorSet.findMany({
    where: seenBy(owner),
    orderBy: [{ order: 'asc' }, { slug: 'asc' }],
  });
  return rows.map(({ slug, name }) => ({ slug, name: text(name) }));
}

export async function readIndicators(tx: Tx, owner: Owner): Promise<PlanFileInput['indicators']> {
  const rows = await tx.indicator.findMany({
    where: seenBy(owner),
    include: { set: { select: { slug: true } }, values: inOrder, targets: true, breaks: true },
    orderBy: [{ order: 'asc' }, { slug: 'asc' }],
  });
  return rows.map((row) => ({
    slug: row.slug,
    name: text(row.name),
    kind: row.kind,
    unit: textOrAbsent(row.unit),
    decimals: row.decimals,
    direction: row.direction,
    set: row.set?.slug,
    definition: textOrAbsent(row.definition),
    source: textOrAbsent(row.source),
    sourceId: orAbsent(row.sourceId),
    sourceUrl: orAbsent(row.sourceUrl),
    licence: orAbsent(row.licence),
    countsPeople: row.countsPeople,
    regionName: textOrAbsent(row.regionName),
    values: row.values.map((value) => ({
      period: value.period,
      ageGroup: orAbsent(value.ageGroup),
      sex: orAbsent(value.sex),
      area: value.area,
      number: value.number === null ? undefined : Number(value.number),
      yesNo: orAbsent(value.yesNo),
      milestone: orAbsent(value.milestone),
      trend: orAbsent(value.trend),
      text: textOrAbsent(value.text),
      missing: value.isMissing || undefined,
      note: textOrAbsent(value.note),
      source: textOrAbsent(value.source),
      sourceId: orAbsent(value.sourceId),
      licence: orAbsent(value.licence),
      isUncertain: value.isUncertain,
    })),
    targets: row.targets.map(({ period, number, milestone }) => ({
      period,
      number: number === null ? undefined : Number(number),
      milestone: orAbsent(milestone),
    })),
    breaks: row.breaks.map(({ period, note }) => ({ period, note: text(note) })),
  }));
}

export async function readGoals(tx: Tx, owner: Owner, councilTermId: string): Promise<PlanFileInput['goals']> {
  const rows = await tx.goal.findMany({
    where: { ...seenBy(owner), councilTermId },
    include: {
      indicators: indicatorSlugs,
      termMeasures: { where: seenBy(owner), include: { indicators: indicatorSlugs }, ...inOrder },
    },
    orderBy: [{ order: 'asc' }, { slug: 'asc' }],
  });
  return rows.map((row) => ({
    slug: row.slug,
    shortName: text(row.shortName),
    name: text(row.name),
    indicators: slugsOf(row.indicators),
    termMeasures: row.termMeasures.map((item) => ({
      code: item.code,
      text: text(item.text),
      partiesText: text(item.partiesText),
      indicators: slugsOf(item.indicators),
    })),
  }));
}
