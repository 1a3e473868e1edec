import type { GoalDetail } from '@vointi/shared/goal/contract.ts';
import { countMeasures } from '@vointi/shared/plan/filter.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Context, Reader } from '../../platform/context.ts';
import { readIndicators, seesSmall } from '../indicator/public.ts';
import { boardOf, departmentsOf, headOf, termMeasureSelect, toTermMeasure, type PlanKey } from '../plan/public.ts';

/** A goal of the plan's council term; without measures this year, with its measures of the term. @throws AppError not_found */
export async function getGoal(
  context: Context,
  { goal: slug, ...key }: PlanKey & { goal: string },
  reader: Reader,
): Promise<GoalDetail> {
  const { planId, index } = await boardOf(context, key, reader);
  const row = await context.db.goal.findFirst({
    where: { slug, draftPlanId: null, councilTerm: { plans: { some: { id: planId } } } },
    select: {
      municipalityId: true,
      shortName: true,
      name: true,
      termMeasures: { where: { draftPlanId: null }, orderBy: { order: 'asc' }, select: termMeasureSelect(planId) },
      indicators: { orderBy: { order: 'asc' }, select: { indicatorId: true } },
    },
  });
  if (!row) throw new AppError('not_found');
  const ids = row.indicators.map(({ indicatorId }) => indicatorId);
  const indicators = await readIndicators(context.db, {
    municipalityId: row.municipalityId,
    ids,
    seesAll: seesSmall(reader.actor, key.slug),
  });
  const measures = index.board.goals.find((goal) => goal.slug === slug)?.measures ?? [];
  return {
    slug,
    shortName: row.shortName as Text,
    name: row.name as Text,
    ...countMeasures(measures, index.board.round),
    measures,
    plan: headOf(index.board),
    departments: departmentsOf(index.board, measures),
    termMeasures: row.termMeasures.map((termMeasure) => toTermMeasure(termMeasure, index.board)),
    indicators: ids.flatMap((id) => indicators.get(id) ?? []),
  };
}
