import { isDeepStrictEqual } from 'node:util';
import type { Prisma, Tx } from '@vointi/db/client.ts';
import type { PlanFile } from '@vointi/shared/plan/interchange.ts';
import { writeRows } from './bulk.ts';
import { bySlug, changedOf, idOf, idsFor, rowsOf, type Ids } from './import-shared.ts';
import { uuid7 } from '../../platform/uuid7.ts';

type Indicator = PlanFile['indicators'][number];

const valueRow = (value: Indicator['values'][number], order: number) => ({
  order,
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

const byPeriod = <T extends { period: string }>(items: readonly T[]): T[] =>
  items.toSorted((a, b) => (a.period < b.period ? -1 : 1));

const partsOf = ({ values, targets, breaks }: Indicator) => ({
  values: values.map(valueRow),
  targets: byPeriod(targets).map(({ period, number = null, milestone = null }) => ({ period, number, milestone })),
  breaks: byPeriod(breaks).map(({ period, note }) => ({ period, note })),
});

const numberOf = (decimal: Prisma.Decimal | null): number | null => (decimal === null ? null : Number(decimal));

/** Columns that a file gives too. */
function withoutVersion<V extends { version: number; number: Prisma.Decimal | null }>(row: V) {
  const { version: _version, ...columns } = row;
  return { ...columns, number: numberOf(row.number) };
}

async function readStored(tx: Tx, municipalityId: string) {
  const rows = await tx.indicator.findMany({
    where: { municipalityId },
    include: {
      values: {
        omit: { id: true, municipalityId: true, indicatorId: true, kind: true },
        orderBy: { order: 'asc' },
      },
      targets: { select: { period: true, number: true, milestone: true } },
      breaks: { select: { period: true, note: true } },
    },
  });
  return bySlug(
    rows.map(({ goneVersion, ...row }) => ({
      ...row,
      values: row.values.map(withoutVersion),
      versions: row.values.map(({ version }) => version),
      goneVersion,
      targets: byPeriod(row.targets).map((target) => ({ ...target, number: numberOf(target.number) })),
      breaks: byPeriod(row.breaks),
    })),
  );
}

type Columns = ReturnType<typeof valueRow>;
type Stored = { values: readonly object[]; versions: readonly number[]; goneVersion: number };

const placeOf = ({ period, ageGroup, sex, area }: Columns): string => [period, ageGroup, sex, area].join('|');

/**
 * A value that stays as it is keeps its version. Every other goes on from the highest that the indicator has had: whoever
 * holds a version of what the file replaced must not find it on something else.
 */
function versioned(values: readonly Columns[], stored: Stored | undefined) {
  const before = new Map(
    stored?.values.map((value, at) => [placeOf(value as Columns), { value, version: stored.versions[at] ?? 1 }]),
  );
  const highest = Math.max(stored?.goneVersion ?? 0, ...(stored?.versions ?? []));
  return {
    goneVersion: highest,
    values: values.map((value) => {
      const was = before.get(placeOf(value));
      const isSame = was && isDeepStrictEqual({ ...was.value, order: 0 }, { ...value, order: 0 });
      return { ...value, version: isSame ? was.version : highest + 1 };
    }),
  };
}

/** An indicator has the values that the file gives it: those of an earlier file are replaced, not added to. */
export async function saveIndicators(tx: Tx, municipalityId: string, plan: PlanFile, sets: Ids) {
  const stored = await readStored(tx, municipalityId);
  const ids = idsFor(
    plan.indicators.map(({ slug }) => slug),
    stored,
  );
  const wanted = plan.indicators.map((indicator, order) => {
    const { slug, name, kind, decimals, direction, set, countsPeople } = indicator;
    return {
      row: {
        id: idOf(ids, slug),
        municipalityId,
        setId: set === undefined ? null : idOf(sets, set),
        order,
        slug,
        name,
        kind,
        unit: indicator.unit ?? null,
        decimals,
        direction,
        definition: indicator.definition ?? null,
        source: indicator.source ?? null,
        sourceId: indicator.sourceId ?? null,
        sourceUrl: indicator.sourceUrl ?? null,
        licence: indicator.licence ?? null,
        countsPeople,
        regionName: indicator.regionName ?? null,
      },
      parts: partsOf(indicator),
    };
  });
  const changed = changedOf(stored.values(), wanted);
  const indicatorId = { in: changed.map(({ row }) => row.id) };
  await tx.indicatorValue.deleteMany({ where: { indicatorId } });
  await tx.indicatorTarget.deleteMany({ where: { indicatorId } });
  await tx.indicatorBreak.deleteMany({ where: { indicatorId } });
  const owned = changed.map(({ row, parts }) => {
    const { goneVersion, values } = versioned(parts.values, stored.get(row.slug));
    const own = { municipalityId, indicatorId: row.id };
    return { row: { ...row, goneVersion }, own, kind: row.kind, parts: { ...parts, values } };
  });
  await writeRows(tx, 'Indicator', rowsOf(owned), { update: true });
  await writeRows(
    tx,
    'IndicatorValue',
    owned.flatMap(({ own, kind, parts }) => parts.values.map((value) => ({ id: uuid7(), ...own, kind, ...value }))),
  );
  await writeRows(
    tx,
    'IndicatorTarget',
    owned.flatMap(({ own, parts }) => parts.targets.map((target) => ({ id: uuid7(), ...own, ...target }))),
  );
  await writeRows(
    tx,
    'IndicatorBreak',
    owned.flatMap(({ own, parts }) => parts.breaks.map((one) => ({ id: uuid7(), ...own, ...one }))),
  );
  return { ids, isChanged: changed.length > 0 };
}
