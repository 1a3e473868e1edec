import type { MeasureHistory } from '@vointi/shared/measure/contract.ts';
import type { Progress } from '@vointi/shared/measure/progress.ts';
import { statusOf } from '@vointi/shared/measure/status.ts';
import type { Context, Reader } from '../../platform/context.ts';
import { boardOf, type PlanKey, roundRefSelect, toRoundRef } from '../plan/public.ts';

const maxRounds = 4;

/** The status of every measure in the newest rounds, in two queries. */
export async function listHistory(context: Context, key: PlanKey, reader: Reader): Promise<MeasureHistory> {
  const { planId } = await boardOf(context, key, reader);
  const rounds = await context.db.round.findMany({
    where: { planId, state: { not: 'planned' } },
    orderBy: { order: 'desc' },
    take: maxRounds,
    select: { id: true, ...roundRefSelect },
  });
  const ids = rounds.map(({ id }) => id);
  const measures = await context.db.measure.findMany({
    where: { planId },
    orderBy: [{ goal: { order: 'asc' } }, { order: 'asc' }],
    select: {
      code: true,
      assignments: {
        select: { reports: { where: { roundId: { in: ids } }, select: { roundId: true, progress: true } } },
      },
    },
  });
  const answersIn = (round: string, assignments: (typeof measures)[number]['assignments']): (Progress | null)[] =>
    assignments.map(({ reports }) => reports.find(({ roundId }) => roundId === round)?.progress ?? null);
  return {
    rounds: rounds.map(toRoundRef),
    measures: measures.map(({ code, assignments }) => ({
      code,
      statuses: ids.map((id) => statusOf(answersIn(id, assignments))),
    })),
  };
}
