import type { Prisma } from '@vointi/db/client.ts';
import type { Result } from '@vointi/shared/http/route.ts';
import { agesOfMeasures } from '@vointi/shared/measure/ages.ts';
import { termStatusOf } from '@vointi/shared/measure/status.ts';
import type { Board, TermMeasure } from '@vointi/shared/plan/contract.ts';
import type { planApi } from '@vointi/shared/plan/read-contract.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import type { Context, Reader } from '../../platform/context.ts';
import { headOf, measuresByCode, withStatus } from './plan-head.ts';
import { boardOf, type PlanKey } from './read.ts';

/** A term measure with the codes of the annual measures linked to it in one plan. */
export const termMeasureSelect = (planId: string) =>
  ({
    code: true,
    text: true,
    partiesText: true,
    indicators: { orderBy: { order: 'asc' }, select: { indicator: { select: { slug: true, name: true } } } },
    measures: { where: { planId }, orderBy: [{ goal: { order: 'asc' } }, { order: 'asc' }], select: { code: true } },
  }) satisfies Prisma.TermMeasureSelect;

type Row = Prisma.TermMeasureGetPayload<{ select: ReturnType<typeof termMeasureSelect> }>;

/** A row of the council term with its derived status, from the statuses the board has. */
export function toTermMeasure({ code, text, partiesText, indicators, measures }: Row, board: Board): TermMeasure {
  const known = measuresByCode(board);
  const linked = measures.flatMap((measure) => known.get(measure.code) ?? []);
  return {
    code,
    text: text as Text,
    partiesText: partiesText as Text,
    status: termStatusOf(linked.map(({ status }) => status)),
    indicators: indicators.map(({ indicator }) => ({ slug: indicator.slug, name: indicator.name as Text })),
    ages: agesOfMeasures(linked, board.round),
    measures: linked.map(withStatus),
  };
}

export async function getTerm(context: Context, key: PlanKey, reader: Reader): Promise<Result<typeof planApi.term>> {
  const { planId, index } = await boardOf(context, key, reader);
  const goals = await context.db.goal.findMany({
    where: { councilTerm: { plans: { some: { id: planId } } }, draftPlanId: null },
    orderBy: { order: 'asc' },
    select: {
      slug: true,
      shortName: true,
      name: true,
      termMeasures: { where: { draftPlanId: null }, orderBy: { order: 'asc' }, select: termMeasureSelect(planId) },
    },
  });
  return {
    ...headOf(index.board),
    goals: goals.map(({ slug, shortName, name, termMeasures }) => ({
      slug,
      shortName: shortName as Text,
      name: name as Text,
      termMeasures: termMeasures.map((row) => toTermMeasure(row, index.board)),
    })),
  };
}
