import type { PlanFile } from '@vointi/shared/plan/interchange.ts';
import { writeRows, type Tx } from './bulk.ts';
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
});

const partsOf = ({ values, targets }: Indicator) => ({
  values: values.map(valueRow),
  targets: targets.toSorted((a, b) => (a.period < b.period ? -1 : 1)).map(({ period, number }) => ({ period, number })),
});

async function readStored(tx: Tx, municipalityId: string) {
  const rows = await tx.indicator.findMany({
    where: { municipalityId },
    include: {
      values: {
        omit: { id: true, municipalityId: true, indicatorId: true, kind: true, version: true },
        orderBy: { order: 'asc' },
      },
      targets: { select: { period: true, number: true }, orderBy: { period: 'asc' } },
    },
  });
  return bySlug(
    rows.map((row) => ({
      ...row,
      values: row.values.map((value) => ({ ...value, number: value.number === null ? null : Number(value.number) })),
      targets: row.targets.map(({ period, number }) => ({ period, number: Number(number) })),
    })),
  );
}

/** An indicator has the values that the file gives it: those of an earlier file are replaced, not added to. */
export async function saveIndicators(tx: Tx, municipalityId: string, plan: PlanFile, sets: Ids) {
  const stored = await readStored(tx, municipalityId);
  const ids = idsFor(
    plan.indicators.map(({ slug }) => slug),
    stored,
  );
  const wanted = plan.indicators.map((indicator, order) => {
    const { slug, name, kind, unit, decimals, direction, set, source, sourceId } = indicator;
    return {
      row: {
        id: idOf(ids, slug),
        municipalityId,
        setId: set === undefined ? null : idOf(sets, set),
        order,
        slug,
        name,
        kind,
        unit: unit ?? null,
        decimals,
        direction,
        source: source ?? null,
        sourceId: sourceId ?? null,
      },
      parts: partsOf(indicator),
    };
  });
  const changed = changedOf(stored.values(), wanted);
  const indicatorId = { in: changed.map(({ row }) => row.id) };
  await tx.indicatorValue.deleteMany({ where: { indicatorId } });
  await tx.indicatorTarget.deleteMany({ where: { indicatorId } });
  await writeRows(tx, 'Indicator', rowsOf(changed), { update: true });
  const owned = changed.map(({ row: { id, kind }, parts }) => ({
    own: { municipalityId, indicatorId: id },
    kind,
    parts,
  }));
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
  return { ids, isChanged: changed.length > 0 };
}
