import type { Tx } from '@vointi/db/client.ts';
import type { PlanFile } from '@vointi/shared/plan/interchange.ts';
import { writeRows } from './bulk.ts';
import { bySlug, changedOf, idOf, idsFor, rowsOf, type Ids } from './import-shared.ts';

const linked = { select: { indicatorId: true, order: true }, orderBy: { order: 'asc' } } as const;
const linksOf = (indicators: readonly string[], ids: Ids) =>
  indicators.map((slug, order) => ({ indicatorId: idOf(ids, slug), order }));

type Owner = { municipalityId: string; councilTermId: string; indicators: Ids };

/** The goals of the council term, with their indicators; other plans of the term share them. */
export async function saveGoals(tx: Tx, { municipalityId, councilTermId, indicators }: Owner, { goals }: PlanFile) {
  const found = await tx.goal.findMany({ where: { councilTermId }, include: { indicators: linked } });
  const ids = idsFor(
    goals.map(({ slug }) => slug),
    bySlug(found),
  );
  const wanted = goals.map((goal, order) => ({
    row: {
      id: idOf(ids, goal.slug),
      municipalityId,
      councilTermId,
      order,
      slug: goal.slug,
      shortName: goal.shortName,
      name: goal.name,
    },
    parts: { indicators: linksOf(goal.indicators, indicators) },
  }));
  const changed = changedOf(found, wanted);
  await tx.goalIndicator.deleteMany({ where: { goalId: { in: changed.map(({ row }) => row.id) } } });
  await writeRows(tx, 'Goal', rowsOf(changed), { update: true });
  await writeRows(
    tx,
    'GoalIndicator',
    changed.flatMap(({ row, parts }) => parts.indicators.map((link) => ({ municipalityId, goalId: row.id, ...link }))),
  );
  return { ids, isChanged: changed.length > 0 };
}

/** The rows of the council term's plan. Known by their code across goals, so that one may move to another goal. */
export async function saveTermMeasures(
  tx: Tx,
  { municipalityId, councilTermId, indicators }: Owner,
  { goals }: PlanFile,
  goalIds: Ids,
) {
  const found = await tx.termMeasure.findMany({ where: { goal: { councilTermId } }, include: { indicators: linked } });
  const rows = goals.flatMap((goal) => goal.termMeasures.map((item, order) => ({ ...item, order, goal: goal.slug })));
  const ids = idsFor(
    rows.map(({ code }) => code),
    new Map(found.map((row) => [row.code, row])),
  );
  const wanted = rows.map(({ code, text, partiesText, order, goal, indicators: named }) => ({
    row: { id: idOf(ids, code), municipalityId, goalId: idOf(goalIds, goal), order, code, text, partiesText },
    parts: { indicators: linksOf(named, indicators) },
  }));
  const changed = changedOf(found, wanted);
  await tx.termIndicator.deleteMany({ where: { termMeasureId: { in: changed.map(({ row }) => row.id) } } });
  await writeRows(tx, 'TermMeasure', rowsOf(changed), { update: true });
  await writeRows(
    tx,
    'TermIndicator',
    changed.flatMap(({ row, parts }) =>
      parts.indicators.map((link) => ({ municipalityId, termMeasureId: row.id, ...link })),
    ),
  );
  return { ids, isChanged: changed.length > 0 };
}
