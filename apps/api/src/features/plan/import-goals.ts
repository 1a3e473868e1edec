import type { PlanFile } from '@vointi/shared/plan/interchange.ts';
import { writeRows } from './bulk.ts';
import { saveShared } from './import-merge.ts';
import type { Import } from './import-outcome.ts';
import { bySlug, idOf, idsFor, type Ids, isHidden, type Saved } from './import-shared.ts';

const linked = { select: { indicatorId: true }, orderBy: { order: 'asc' } } as const;
const withIds = <R extends { indicators: readonly { indicatorId: string }[] }>(row: R) => ({
  ...row,
  indicators: row.indicators.map(({ indicatorId }) => indicatorId),
});
const idsOf = (indicators: readonly string[], ids: Ids) => indicators.map((slug) => idOf(ids, slug));

type Owner = { councilTermId: string; indicators: Ids };

/** The goals of the council term, with their indicators; other plans of the term share them. */
export async function saveGoals(
  importing: Import,
  { councilTermId, indicators }: Owner,
  { goals }: PlanFile,
): Promise<Saved> {
  const { tx, municipalityId } = importing;
  const found = await tx.goal.findMany({ where: { councilTermId }, include: { indicators: linked } });
  const stored = bySlug(found.map(withIds));
  const ids = idsFor(
    goals.map(({ slug }) => slug),
    stored,
  );
  const wanted = goals.map(({ slug, shortName, name, indicators: named }) => ({
    name: slug,
    row: { id: idOf(ids, slug), municipalityId, councilTermId, slug, shortName, name },
    parts: { indicators: idsOf(named, indicators) },
  }));
  const changed = await saveShared(importing, { part: 'goal', model: 'Goal' }, stored, wanted);
  await tx.goalIndicator.deleteMany({ where: { goalId: { in: changed.map(({ row }) => row.id) } } });
  await writeRows(
    tx,
    'GoalIndicator',
    changed.flatMap(({ row, parts }) =>
      parts.indicators.map((indicatorId, order) => ({ municipalityId, goalId: row.id, indicatorId, order })),
    ),
  );
  return { ids, isChanged: changed.length > 0, isHidden: isHidden(ids, stored) };
}

/** The rows of the council term's plan. Known by their code across goals, so that one may move to another goal. */
export async function saveTermMeasures(
  importing: Import,
  { councilTermId, indicators }: Owner,
  { goals }: PlanFile,
  goalIds: Ids,
): Promise<Saved> {
  const { tx, municipalityId } = importing;
  const found = await tx.termMeasure.findMany({ where: { goal: { councilTermId } }, include: { indicators: linked } });
  const stored = new Map(found.map((row) => [row.code, withIds(row)]));
  const rows = goals.flatMap((goal) => goal.termMeasures.map((item) => ({ ...item, goal: goal.slug })));
  const ids = idsFor(
    rows.map(({ code }) => code),
    stored,
  );
  const wanted = rows.map(({ code, text, partiesText, goal, indicators: named }) => ({
    name: code,
    row: { id: idOf(ids, code), municipalityId, goalId: idOf(goalIds, goal), code, text, partiesText },
    parts: { indicators: idsOf(named, indicators) },
  }));
  const changed = await saveShared(importing, { part: 'term_measure', model: 'TermMeasure' }, stored, wanted);
  await tx.termIndicator.deleteMany({ where: { termMeasureId: { in: changed.map(({ row }) => row.id) } } });
  await writeRows(
    tx,
    'TermIndicator',
    changed.flatMap(({ row, parts }) =>
      parts.indicators.map((indicatorId, order) => ({ municipalityId, termMeasureId: row.id, indicatorId, order })),
    ),
  );
  return { ids, isChanged: changed.length > 0, isHidden: isHidden(ids, stored) };
}
