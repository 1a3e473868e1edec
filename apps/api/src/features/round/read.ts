import type { Result } from '@vointi/shared/http/route.ts';
import type { roundApi } from '@vointi/shared/round/contract.ts';
import type { roundManageApi } from '@vointi/shared/round/manage-contract.ts';
import type { Context, Reader } from '../../platform/context.ts';
import type { MunicipalityRequest } from '../../platform/municipality-request.ts';
import { boardOf, type PlanKey } from '../plan/public.ts';
import { mayManage, readRounds, toManaged, toPublic } from './rows.ts';

/** The rounds of a published plan that have begun. @throws AppError as the plan's board does */
export async function listPublicRounds(
  context: Context,
  key: PlanKey,
  reader: Reader,
): Promise<Result<typeof roundApi.list>> {
  const { planId } = await boardOf(context, key, reader);
  const rounds = await readRounds(context.db, { planId });
  return { rounds: rounds.map(toPublic) };
}

export async function listRounds(
  { db }: Context,
  request: MunicipalityRequest,
): Promise<Result<typeof roundManageApi.list>> {
  const { municipalityId } = request;
  const [rounds, plans] = await Promise.all([
    readRounds(db, { municipalityId }),
    db.plan.findMany({
      where: { municipalityId, status: 'published', measures: { some: {} } },
      orderBy: { year: 'desc' },
      select: { id: true, year: true },
    }),
  ]);
  const departments = await Promise.all(
    plans.map(({ id: planId }) =>
      db.department.count({ where: { municipalityId, assignments: { some: { measure: { planId } } } } }),
    ),
  );
  const may = mayManage(request);
  return {
    rounds: rounds.map((round) => toManaged(round, may)),
    years: plans.map(({ year }) => year),
    plans: plans.map(({ year }, index) => ({ year, departments: departments[index] ?? 0 })),
    canCreate: may && plans.length > 0,
  };
}
