import { isDeepStrictEqual } from 'node:util';
import type { Prisma } from '@vointi/db/client.ts';
import type { PlanFile } from '@vointi/shared/plan/interchange.ts';
import { uuid7 } from '../../platform/uuid7.ts';
import { type Model, type Row, writeRows } from './bulk.ts';
import { countAdded, type Import } from './import-outcome.ts';
import { idOf, type Ids } from './import-shared.ts';

type Indicator = PlanFile['indicators'][number];
type Place = { period: string | null; ageGroup: string | null; sex: string | null; area: string };
type Owner = { id: string; draftPlanId: string | null; goneVersion: number };

const valueOf = (value: Indicator['values'][number]) => ({
  period: value.period,
  ageGroup: value.ageGroup ?? null,
  sex: value.sex ?? null,
  area: value.area,
  number: value.number ?? null,
  yesNo: value.yesNo ?? null,
  milestone: value.milestone ?? null,
  trend: value.trend ?? null,
  text: value.text ?? null,
  isMissing: value.missing ?? false,
  note: value.note ?? null,
  source: value.source ?? null,
  sourceId: value.sourceId ?? null,
  licence: value.licence ?? null,
  isUncertain: value.isUncertain,
});

const placeOf = ({ period, ageGroup, sex, area }: Place): string =>
  [period, ageGroup, sex, area].filter((part) => part !== null).join(' ');
const numberOf = (decimal: Prisma.Decimal | null): number | null => (decimal === null ? null : Number(decimal));

/** Figures of one table, by the name of their place: its period, or the whole place of a value. */
type Placed = { place: string; content: Record<string, unknown> };
type StoredFigure = Placed & { id: string; order?: number };

/** A source may give no period, so a place can be there several times. */
function numbered<P extends Placed>(figures: readonly P[]): Map<string, P> {
  const seen = new Map<string, number>();
  return new Map(
    figures.map((figure) => {
      const nth = (seen.get(figure.place) ?? 0) + 1;
      seen.set(figure.place, nth);
      return [nth === 1 ? figure.place : `${figure.place} (${nth})`, figure];
    }),
  );
}

async function readStored({ tx, municipalityId }: Import) {
  const where = { indicator: { municipalityId } };
  const values = await tx.indicatorValue.findMany({ where, orderBy: { order: 'asc' } });
  const targets = await tx.indicatorTarget.findMany({ where });
  const breaks = await tx.indicatorBreak.findMany({ where });
  const grouped = <R extends { indicatorId: string }>(rows: readonly R[], figureOf: (row: R) => StoredFigure) => {
    const lists = new Map<string, StoredFigure[]>();
    for (const row of rows) lists.set(row.indicatorId, [...(lists.get(row.indicatorId) ?? []), figureOf(row)]);
    return lists;
  };
  return {
    values: grouped(values, ({ id, order, ...columns }) => ({
      id,
      order,
      place: placeOf(columns),
      content: { ...columns, number: numberOf(columns.number) },
    })),
    targets: grouped(targets, ({ id, period, number, milestone }) => ({
      id,
      place: period,
      content: { period, number: numberOf(number), milestone },
    })),
    breaks: grouped(breaks, ({ id, period, note }) => ({ id, place: period, content: { period, note } })),
  };
}

/** A row of any of the three tables. */
type Given = { id: string; [column: string]: unknown };
type Merging = { importing: Import; slug: string; isOwn: boolean; isSeenByOthers: boolean };

/** What of the file's figures is written: those that are new, and those that the file's may replace. */
function mergeFigures(
  { importing, slug, isOwn, isSeenByOthers }: Merging,
  field: string,
  stored: readonly StoredFigure[],
  given: readonly Placed[],
): { added: Placed[]; replaced: (Placed & { id: string; order?: number })[] } {
  const { isDraft, options, outcome } = importing;
  const before = numbered(stored);
  const added: Placed[] = [];
  const replaced: (Placed & { id: string; order?: number })[] = [];
  for (const [name, figure] of numbered(given)) {
    const was = before.get(name);
    if (!was) {
      if (isDraft && isSeenByOthers) outcome.waitingFigures += 1;
      else added.push(figure);
      continue;
    }
    if (Object.entries(figure.content).every(([key, value]) => isDeepStrictEqual(was.content[key], value))) continue;
    const isReplaced = isOwn || (!isDraft && options.replacesFigures === true);
    outcome.differences.push({
      part: 'figure',
      name: slug,
      field: `${field} ${name}`,
      stored: was.content,
      given: figure.content,
      isReplaced,
    });
    if (isReplaced) replaced.push({ ...figure, id: was.id, ...(was.order !== undefined && { order: was.order }) });
  }
  return { added, replaced };
}

/**
 * Adds the figures that are new, and replaces those that differ where that is asked for. A new value goes on from the
 * highest version that the indicator has had: whoever holds a version of a value that is gone must not find it on
 * something else.
 * @returns whether anything was written
 */
export async function saveFigures(
  importing: Import,
  indicators: readonly Indicator[],
  ids: Ids,
  owners: ReadonlyMap<string, Owner>,
): Promise<boolean> {
  const { tx, municipalityId, planId } = importing;
  const stored = await readStored(importing);
  const rows: { [M in Model]?: Given[] } = {};
  const put = (model: Model, row: Given) => (rows[model] ??= []).push(row);
  let added = 0;
  for (const { slug, kind, values, targets, breaks } of indicators) {
    const indicatorId = idOf(ids, slug);
    const owner = owners.get(slug);
    const merging = {
      importing,
      slug,
      isOwn: owner === undefined || owner.draftPlanId === planId,
      isSeenByOthers: owner !== undefined && owner.draftPlanId !== planId,
    };
    const own = { municipalityId, indicatorId };
    const before = stored.values.get(indicatorId) ?? [];
    const placed = values.map((value) => {
      const content = valueOf(value);
      return { place: placeOf(content), content };
    });
    const ofValues = mergeFigures(merging, 'value', before, placed);
    let order = Math.max(-1, ...before.map((value) => value.order ?? 0));
    for (const { content } of ofValues.added) {
      order += 1;
      const version = (owner?.goneVersion ?? 0) + 1;
      put('IndicatorValue', { id: uuid7(), ...own, kind, ...content, order, version });
    }
    for (const { id, content, order: place } of ofValues.replaced) {
      put('IndicatorValue', { id, ...own, kind, ...content, order: place, version: 1 });
    }
    const byPeriod = <T extends { period: string }>(items: readonly T[], contentOf: (item: T) => Placed['content']) =>
      items.map((item) => ({ place: item.period, content: contentOf(item) }));
    const ofTargets = mergeFigures(
      merging,
      'target',
      stored.targets.get(indicatorId) ?? [],
      byPeriod(targets, ({ period, number = null, milestone = null }) => ({ period, number, milestone })),
    );
    const ofBreaks = mergeFigures(
      merging,
      'break',
      stored.breaks.get(indicatorId) ?? [],
      byPeriod(breaks, ({ period, note }) => ({ period, note })),
    );
    for (const [model, merged] of [
      ['IndicatorTarget', ofTargets],
      ['IndicatorBreak', ofBreaks],
    ] as const) {
      for (const { content } of merged.added) put(model, { id: uuid7(), ...own, ...content });
      for (const { id, content } of merged.replaced) put(model, { id, ...own, ...content });
    }
    added += ofValues.added.length;
  }
  countAdded(importing, 'figure', added);
  // A break has no version to raise: it is written anew.
  await tx.indicatorBreak.deleteMany({ where: { id: { in: (rows.IndicatorBreak ?? []).map(({ id }) => id) } } });
  for (const [model, list] of Object.entries(rows)) {
    await writeRows(tx, model as Model, list as Row<Model>[], { update: model !== 'IndicatorBreak' });
  }
  return Object.keys(rows).length > 0;
}
