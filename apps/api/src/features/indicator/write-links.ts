import { AppError, refused } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import type { MunicipalityRequest } from '../../platform/municipality-request.ts';
import { updatePart } from './write-parts.ts';

type Links = { version: number; measures: readonly string[]; goals: readonly string[] };
/** As many as a plan file may have. */
const most = { measure: 30, goal: 100 };

/**
 * Which measures and goals of one plan name the indicator: all of them at once. A link that stays keeps its place among
 * the indicators of its measure, a new one comes last.
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
        OR: [{ slug: { in: [...goals] } }, { indicators: { some: { indicatorId: id } } }],
      },
      select: { id: true, slug: true, ...links },
    });
    const newMeasures = added(
      id,
      measures,
      knownMeasures.map(({ code, ...row }) => ({ ...row, name: code })),
      { key: 'measures', reason: 'measure_unknown', most: most.measure },
    );
    const newGoals = added(
      id,
      goals,
      knownGoals.map(({ slug, ...row }) => ({ ...row, name: slug })),
      { key: 'goals', reason: 'goal_unknown', most: most.goal },
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
type Rule = { key: string; reason: 'measure_unknown' | 'goal_unknown'; most: number };

/** Those that do not name the indicator yet, each with the place it gets. */
function added(id: string, wanted: readonly string[], known: readonly Linked[], { key, reason, most: limit }: Rule) {
  return wanted.flatMap((name, at) => {
    const path = `body.${key}.${at}`;
    const row = known.find((one) => one.name === name);
    if (!row) throw refused(path, reason);
    if (wanted.indexOf(name) < at) throw refused(path, 'twice');
    if (row.indicators.some(({ indicatorId }) => indicatorId === id)) return [];
    if (row.indicators.length >= limit) {
      throw new AppError('invalid_request', [{ path, message: `has ${limit} indicators, which is the most` }]);
    }
    return [{ id: row.id, order: Math.max(-1, ...row.indicators.map(({ order }) => order)) + 1 }];
  });
}
