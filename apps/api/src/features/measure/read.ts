import type { Prisma } from '@vointi/db/client.ts';
import type { MeasureDetail } from '@vointi/shared/measure/contract.ts';
import { statusOf } from '@vointi/shared/measure/status.ts';
import { isAfterwards } from '@vointi/shared/report/afterwards.ts';
import { originOf } from '@vointi/shared/report/origin.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Context, Reader } from '../../platform/context.ts';
import { readIndicators, seesSmall } from '../indicator/public.ts';
import {
  boardOf,
  headOf,
  measuresByCode,
  roundRefSelect,
  termMeasureSelect,
  toRoundRef,
  toTermMeasure,
  type PlanKey,
} from '../plan/public.ts';
import { measureWhere } from './where.ts';
import { refSelect, toRef } from '../department/public.ts';

const measureSelect = (planId: string) =>
  ({
    municipalityId: true,
    code: true,
    officialText: true,
    goal: { select: { slug: true, shortName: true, name: true } },
    termMeasure: { select: termMeasureSelect(planId) },
    indicators: { orderBy: { order: 'asc' }, select: { indicatorId: true } },
    indicatorSets: { orderBy: { order: 'asc' }, select: { indicatorSet: { select: { slug: true, name: true } } } },
    assignments: {
      orderBy: { order: 'asc' },
      select: {
        department: { select: refSelect },
        reports: {
          where: { round: { state: { not: 'planned' } } },
          orderBy: { round: { order: 'desc' } },
          select: {
            roundId: true,
            progress: true,
            note: true,
            evidence: true,
            confirmed: true,
            submittedAt: true,
            origin: true,
            onBehalfOf: true,
          },
        },
      },
    },
    plan: {
      select: {
        rounds: {
          where: { state: { not: 'planned' } },
          orderBy: { order: 'desc' },
          select: { id: true, ...roundRefSelect },
        },
      },
    },
  }) satisfies Prisma.MeasureSelect;

type Row = Prisma.MeasureGetPayload<{ select: ReturnType<typeof measureSelect> }>;

/**
 * One measure by its code or id.
 * @param seesAll whether small counts of people are shown
 * @throws AppError not_found
 */
export async function getMeasure(
  context: Context,
  { id, ...key }: PlanKey & { id: string },
  reader: Reader,
  seesAll = seesSmall(reader.actor, key.slug),
): Promise<MeasureDetail> {
  const { planId, index } = await boardOf(context, key, reader);
  const row = await context.db.measure.findFirst({
    where: measureWhere(planId, id),
    select: measureSelect(planId),
  });
  const measure = row && measuresByCode(index.board).get(row.code);
  if (!row || !measure) throw new AppError('not_found');
  const { goal, termMeasure, municipalityId } = row;
  const ids = row.indicators.map(({ indicatorId }) => indicatorId);
  const indicators = await readIndicators(context.db, { municipalityId, ids, seesAll });
  return {
    ...measure,
    plan: headOf(index.board),
    goal: { slug: goal.slug, shortName: goal.shortName as Text, name: goal.name as Text },
    officialText: row.officialText as Text | null,
    termMeasure: termMeasure && toTermMeasure(termMeasure, index.board),
    assignments: measure.assignments.flatMap((light) => {
      const own = row.assignments.find(({ department }) => department.slug === light.department);
      return own ? [{ ...light, department: toRef(own.department), evidence: evidenceOf(own) }] : [];
    }),
    indicators: ids.flatMap((indicatorId) => indicators.get(indicatorId) ?? []),
    indicatorSets: row.indicatorSets.map(({ indicatorSet: { slug, name } }) => ({ slug, name: name as Text })),
    history: historyOf(row),
  };
}

const evidenceOf = ({ reports }: Row['assignments'][number]) =>
  (reports.find(({ progress }) => progress !== null)?.evidence ?? null) as Text | null;

/** The answers of each department by round, newest first; the status of a round comes from its own answers alone. */
function historyOf({ plan, assignments }: Row): MeasureDetail['history'] {
  return plan.rounds.map((round, index) => {
    const laterRounds = plan.rounds.slice(0, index);
    const answers = assignments.map(({ department, reports }) => {
      const report = reports.find(({ roundId }) => roundId === round.id);
      return {
        department: department.slug,
        progress: report?.progress ?? null,
        note: (report?.note ?? null) as Text | null,
        confirmed: report?.confirmed ?? false,
        reportedAt: report?.submittedAt?.toISOString() ?? null,
        origin: report?.progress ? originOf(report.origin, report.onBehalfOf) : null,
        isAfterwards: isAfterwards(report?.submittedAt ?? null, laterRounds),
      };
    });
    return {
      round: toRoundRef(round),
      status: statusOf(answers.map(({ progress }) => progress)),
      answers,
    };
  });
}
