import { AppError, refused } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import type { MunicipalityRequest } from '../../platform/municipality-request.ts';
import { updatePart } from './write-parts.ts';

type Links = { version: number; measures: readonly string[]; goals: readonly string[] };
/** Indicators of one measure or goal, as in a plan file. */
const maxIndicators = { measure: 30, goal: 100 };

/**
 * Replaces the links of the indicator to the measures and goals of one plan. A kept link keeps its order among the
 * indicators of its measure; a new one comes last.
 * @throws AppError not_found, invalid_request, conflict
 */
export const updateLinks = (
  context: Context,
  request: MunicipalityRequest,
  { id, year }: { id: string; year: number },
  { version, measures, goals }: Links,
) =>
  updatePart(context, request, { id, version, field: 'links', count: measures.length + goals.length }, async (tx) => {
    const { municipalityId } = request;
    const plan = await tx.plan.findUnique({
      where: { municipalityId_year: { municipalityId, year } },
      select: { id: true, councilTermId: true },
    });
    if (!plan) throw new AppError('not_found');
    const links = { indicators: { select: { indicatorId: true, order: true } } };
    const knownMeasures = await tx.measure.findMany({
      where: { planId: plan.id, OR: [{ code: { in: [...measures] } }, { indicators: { some: { indicatorId: id } } }] },
      select: { id: true, code: true, ...links },
    });
    const knownGoals = await tx.goal.findMany({
      where: {
        councilTermId: plan.councilTermId,
        draftPlanId: null,
        OR: [{ slug: { in: [...goals] } }, { indicators: { some: { indicatorId: id } } }],
      },
      select: { id: true, slug: true, ...links },
    });
    const newMeasures = newLinksOf(
      id,
      measures,
      knownMeasures.map(({ code, ...row }) => ({ ...row, name: code })),
      { key: 'measures', reason: 'measure_unknown', max: maxIndicators.measure },
    );
    const newGoals = newLinksOf(
      id,
      goals,
      knownGoals.map(({ slug, ...row }) => ({ ...row, name: slug })),
      { key: 'goals', reason: 'goal_unknown', max: maxIndicators.goal },
    );
    await tx.measureIndicator.deleteMany({
      where: { indicatorId: id, measure: { planId: plan.id, code: { notIn: [...measures] } } },
    });
    await tx.goalIndicator.deleteMany({
      where: { indicatorId: id, goal: { councilTermId: plan.councilTermId, slug: { notIn: [...goals] } } },
    });
    await tx.measureIndicator.createMany({
      data: newMeasures.map((row) => ({ municipalityId, indicatorId: id, measureId: row.id, order: row.order })),
    });
    await tx.goalIndicator.createMany({
      data: newGoals.map((row) => ({ municipalityId, indicatorId: id, goalId: row.id, order: row.order })),
    });
    return { measures: [...measures], goals: [...goals] };
  });

type Linked = { id: string; name: string; indicators: { indicatorId: string; order: number }[] };
type Rule = { key: string; reason: 'measure_unknown' | 'goal_unknown'; max: number };

/** The new links, each with its order. */
function newLinksOf(id: string, names: readonly string[], known: readonly Linked[], { key, reason, max }: Rule) {
  return names.flatMap((name, index) => {
    const path = `body.${key}.${index}`;
    const row = known.find((one) => one.name === name);
    if (!row) throw refused(path, reason);
    if (names.indexOf(name) < index) throw refused(path, 'twice');
    if (row.indicators.some(({ indicatorId }) => indicatorId === id)) return [];
    if (row.indicators.length >= max) {
      throw new AppError('invalid_request', [{ path, message: `has ${max} indicators, which is the most` }]);
    }
    return [{ id: row.id, order: Math.max(-1, ...row.indicators.map(({ order }) => order)) + 1 }];
  });
}
