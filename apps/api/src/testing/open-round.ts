import type { TestApp } from './test-app.ts';

const day = 24 * 3_600_000;

type Options = { slug?: string; state?: 'planned' | 'open' | 'closed'; opensAt?: Date; closesAt?: Date };
export type OpenedRound = { roundId: string; planId: string; municipalityId: string; order: number };

/** Creates another round of the municipality's newest plan in the database, open by default. */
export async function openRound(
  { db }: Pick<TestApp, 'db'>,
  { slug = 'kouvola', state = 'open', ...dates }: Options = {},
): Promise<OpenedRound> {
  const plan = await db.plan.findFirstOrThrow({
    where: { municipality: { slug }, status: 'published' },
    orderBy: { year: 'desc' },
    include: { rounds: { orderBy: { order: 'desc' }, take: 1 } },
  });
  const order = (plan.rounds[0]?.order ?? -1) + 1;
  const { opensAt = new Date(Date.now() - 7 * day), closesAt = new Date(Date.now() + 7 * day) } = dates;
  const name = `Testikierros ${order + 1}`;
  if (state === 'open') {
    // A plan has one open round: the former one gives way.
    await db.round.updateMany({
      where: { planId: plan.id, state: 'open' },
      data: { state: 'closed', closedAt: new Date() },
    });
  }
  const { id: roundId } = await db.round.create({
    data: {
      municipalityId: plan.municipalityId,
      planId: plan.id,
      order,
      slug: `testikierros-${order + 1}`,
      name: { fi: name },
      periodAssessed: { fi: 'Tammi–syyskuu' },
      opensAt,
      closesAt,
      state,
    },
  });
  return { roundId, planId: plan.id, municipalityId: plan.municipalityId, order };
}

/** A department's assignments in a round's plan, in the plan's order, with the codes of the measures. */
export async function assignmentsOf(
  { db }: Pick<TestApp, 'db'>,
  { planId }: Pick<OpenedRound, 'planId'>,
  department: string,
): Promise<{ id: string; code: string; measureId: string; departmentId: string }[]> {
  const assignments = await db.assignment.findMany({
    where: { measure: { planId }, department: { slug: department } },
    orderBy: [{ measure: { goal: { order: 'asc' } } }, { measure: { order: 'asc' } }],
    select: { id: true, measureId: true, departmentId: true, measure: { select: { code: true } } },
  });
  return assignments.map(({ measure, ...rest }) => ({ ...rest, code: measure.code }));
}
