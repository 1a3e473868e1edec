import type { Prisma } from '@vointi/db/client.ts';
import { type Actor, type Grant, grantsOf } from '@vointi/shared/access/grant.ts';
import type { RoundRef } from '@vointi/shared/plan/contract.ts';
import type { Reporting } from '@vointi/shared/report/contract.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import type { Context } from '../../platform/context.ts';
import { refSelect, toRef } from '../department/public.ts';

/** Drafts of rounds are not open to anybody yet. */
const begun = { state: { not: 'planned' } } as const;

const planSelect = {
  id: true,
  municipalityId: true,
  year: true,
  municipality: { select: { slug: true, name: true } },
  rounds: {
    where: begun,
    orderBy: { order: 'desc' },
    take: 1,
    select: { slug: true, name: true, periodAssessed: true, state: true, opensAt: true, closesAt: true },
  },
} satisfies Prisma.PlanSelect;
type Plan = Prisma.PlanGetPayload<{ select: typeof planSelect }>;

const assignmentSelect = {
  id: true,
  departmentId: true,
  measure: {
    select: { code: true, title: true, planId: true, goal: { select: { shortName: true } } },
  },
  reports: {
    where: { progress: { not: null }, round: begun },
    orderBy: { round: { order: 'desc' } },
    take: 1,
    select: { progress: true, note: true, evidence: true, submittedAt: true },
  },
} satisfies Prisma.AssignmentSelect;
type Assigned = Prisma.AssignmentGetPayload<{ select: typeof assignmentSelect }>;

/** In as many queries for ten thousand rows as for one. */
export async function listReporting({ db }: Context, actor: Actor, slug: string | undefined): Promise<Reporting> {
  const grants = grantsOf(actor, 'report:read');
  const plans = await db.plan.findMany({
    where: {
      municipalityId: { in: grants.flatMap(({ municipalityId }) => municipalityId ?? []) },
      status: 'published',
    },
    orderBy: [{ municipalityId: 'asc' }, { year: 'desc' }],
    distinct: ['municipalityId'],
    select: planSelect,
  });
  const departments = await db.department.findMany({
    where: { OR: grants.map((grant) => departmentsOf(grant, slug)) },
    select: { ...refSelect, id: true, municipalityId: true },
  });
  const assigned = await db.assignment.findMany({
    where: {
      departmentId: { in: departments.map(({ id }) => id) },
      measure: { planId: { in: plans.map(({ id }) => id) } },
    },
    orderBy: [{ measure: { goal: { order: 'asc' } } }, { measure: { order: 'asc' } }],
    select: assignmentSelect,
  });
  const byDesk = Map.groupBy(assigned, ({ departmentId, measure }) => `${measure.planId} ${departmentId}`);
  const reach = new Map(grants.map((grant) => [grant.municipalityId, grant.reach]));
  const order = new Intl.Collator('fi');
  const desks = plans.flatMap((plan) =>
    departments
      .filter(({ municipalityId }) => municipalityId === plan.municipalityId)
      .map((department) => ({
        ...headOf(plan),
        department: toRef(department),
        rows: (byDesk.get(`${plan.id} ${department.id}`) ?? []).map(toRow),
      }))
      // One's own is there also while it answers for nothing.
      .filter(({ rows }) => rows.length > 0 || reach.get(plan.municipalityId) === 'own'),
  );
  return {
    desks: desks.toSorted(
      (a, b) =>
        order.compare(a.municipality.name.fi, b.municipality.name.fi) ||
        order.compare(a.department.name.fi, b.department.name.fi),
    ),
  };
}

const departmentsOf = ({ municipalityId, reach, departmentIds }: Grant, slug: string | undefined) => ({
  municipalityId: municipalityId ?? '',
  ...(reach !== 'all' && { id: { in: [...departmentIds] } }),
  ...(slug !== undefined && { slug }),
});

const headOf = ({ municipality, year, rounds: [round] }: Plan) => ({
  municipality: { slug: municipality.slug, name: municipality.name as Text },
  year,
  round: round ? toRound(round) : null,
});

const toRound = ({ name, periodAssessed, opensAt, closesAt, ...round }: Plan['rounds'][number]): RoundRef => ({
  ...round,
  name: name as Text,
  periodAssessed: periodAssessed as Text,
  opensAt: opensAt?.toISOString() ?? null,
  closesAt: closesAt?.toISOString() ?? null,
});

const toRow = ({ id, measure, reports: [report] }: Assigned): Reporting['desks'][number]['rows'][number] => ({
  assignmentId: id,
  measure: { code: measure.code, title: measure.title as Text, goal: measure.goal.shortName as Text },
  progress: report?.progress ?? null,
  note: (report?.note ?? null) as Text | null,
  evidence: (report?.evidence ?? null) as Text | null,
  reportedAt: report?.submittedAt?.toISOString() ?? null,
});
