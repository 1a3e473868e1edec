import type { Prisma } from '@vointi/db/client.ts';
import { type Actor, type Grant, grantsOf, grantWithin, reaches } from '@vointi/shared/access/grant.ts';
import type { Permission } from '@vointi/shared/access/permissions.ts';
import type { ReportingForm, Draft, Reporting, ReportingRow } from '@vointi/shared/report/contract.ts';
import { answerStateOf, countAnswers, lockOf } from '@vointi/shared/round/rules.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import type { Context } from '../../platform/context.ts';
import { refSelect, toRef } from '../department/public.ts';
import { needsOnBehalfOf } from './on-behalf.ts';
import { type FormRow, readRows } from './read-rows.ts';

const planSelect = {
  id: true,
  municipalityId: true,
  year: true,
  municipality: { select: { slug: true, name: true, approvalStep: true } },
  rounds: {
    orderBy: { order: 'desc' },
    select: {
      id: true,
      order: true,
      slug: true,
      name: true,
      periodAssessed: true,
      state: true,
      opensAt: true,
      closesAt: true,
      closedAt: true,
    },
  },
} satisfies Prisma.PlanSelect;
type Plan = Prisma.PlanGetPayload<{ select: typeof planSelect }>;
type Round = Plan['rounds'][number];

const departmentSelect = { ...refSelect, id: true, municipalityId: true } satisfies Prisma.DepartmentSelect;
type Department = Prisma.DepartmentGetPayload<{ select: typeof departmentSelect }>;

type ReportingQuery = { department?: string; municipality?: string };

/** Takes the same number of queries for ten thousand rows as for one. */
export async function listReporting({ db, now }: Context, actor: Actor, query: ReportingQuery): Promise<Reporting> {
  const at = now();
  const grants = grantsOf(actor, 'report:read');
  const plans = await db.plan.findMany({
    where: {
      municipalityId: { in: grants.flatMap(({ municipalityId }) => municipalityId ?? []) },
      status: 'published',
      ...(query.municipality !== undefined && { municipality: { slug: query.municipality } }),
    },
    orderBy: [{ municipalityId: 'asc' }, { year: 'desc' }],
    distinct: ['municipalityId'],
    select: planSelect,
  });
  const departments = await db.department.findMany({
    where: { OR: grants.map((grant) => departmentsOf(grant, query.department)) },
    select: departmentSelect,
  });
  const desks = plans.map((plan) => ({ plan, round: roundNow(plan.rounds) }));
  const rows = await readRows(db, {
    userId: actor.kind === 'user' ? actor.userId : '',
    departmentIds: departments.map(({ id }) => id),
    desks: desks.map(({ plan, round }) => ({ planId: plan.id, year: plan.year, round })),
  });
  const reopenings = await db.roundReopening.findMany({
    where: { roundId: { in: desks.flatMap(({ round }) => round?.id ?? []) }, endedAt: null },
    select: { roundId: true, departmentId: true, until: true, endedAt: true },
  });
  const byForm = Map.groupBy(rows, ({ planId, departmentId }) => `${planId} ${departmentId}`);
  const reach = new Map(grants.map((grant) => [grant.municipalityId, grant.reach]));
  const all = desks.flatMap(({ plan, round }) =>
    departments
      .filter(({ municipalityId }) => municipalityId === plan.municipalityId)
      .map((department) =>
        toReportingForm({
          at,
          actor,
          plan,
          round,
          department,
          rows: byForm.get(`${plan.id} ${department.id}`) ?? [],
          reopenings: reopenings.filter((one) => one.roundId === round?.id && one.departmentId === department.id),
        }),
      )
      // People see their own department even while it has no assignments.
      .filter((form) => form.rows.length > 0 || reach.get(plan.municipalityId) === 'own'),
  );
  const order = new Intl.Collator('fi');
  return {
    desks: all.toSorted(
      (a, b) =>
        order.compare(a.municipality.name.fi, b.municipality.name.fi) ||
        order.compare(a.department.name.fi, b.department.name.fi),
    ),
  };
}

/** The open round; else the one that began last; else the one that begins first. */
function roundNow(newestFirst: readonly Round[]): Round | null {
  const open = newestFirst.find(({ state }) => state === 'open');
  const begun = newestFirst.find(({ state }) => state !== 'planned');
  return open ?? begun ?? newestFirst.at(-1) ?? null;
}

const departmentsOf = ({ municipalityId, reach, departmentIds }: Grant, slug: string | undefined) => ({
  municipalityId: municipalityId ?? '',
  ...(reach !== 'all' && { id: { in: [...departmentIds] } }),
  ...(slug !== undefined && { slug }),
});

type ReportingFormParts = {
  at: Date;
  actor: Actor;
  plan: Plan;
  round: Round | null;
  department: Department;
  rows: readonly FormRow[];
  reopenings: readonly { until: Date; endedAt: Date | null }[];
};

function toReportingForm({ at, actor, plan, round, department, rows, reopenings }: ReportingFormParts): ReportingForm {
  const lock = round && lockOf(round, reopenings, at);
  const may = (permission: Permission) => {
    const grant = grantWithin(actor, permission, plan.municipalityId);
    return grant !== null && reaches(grant, department.id);
  };
  const reportingRows = rows.map((row) => toRow(row, round?.closesAt ?? null));
  return {
    municipality: { slug: plan.municipality.slug, name: plan.municipality.name as Text },
    year: plan.year,
    round: round && toRound(round),
    department: toRef(department),
    lock,
    approvalStep: plan.municipality.approvalStep,
    needsOnBehalfOf: needsOnBehalfOf(actor, department),
    counts: countAnswers(reportingRows.map(({ state }) => state)),
    can: {
      report: may('report:write') && lock?.isOpen === true,
      approve: may('report:approve') && lock?.isOpen === true,
      comment: may('report:comment') && round !== null,
    },
    rows: reportingRows,
  };
}

const toRound = ({ id, slug, state, ...round }: Round): ReportingForm['round'] => ({
  id,
  slug,
  state,
  name: round.name as Text,
  periodAssessed: round.periodAssessed as Text,
  opensAt: round.opensAt?.toISOString() ?? null,
  closesAt: round.closesAt?.toISOString() ?? null,
});

function toRow({ row: { drafts, ...row } }: FormRow, closesAt: Date | null): ReportingRow {
  const mine = drafts.find(({ isOwn }) => isOwn);
  return {
    ...row,
    state: answerStateOf(row.report, closesAt),
    draft: mine ? draftOf(mine) : null,
    otherDrafts: drafts.filter(({ isOwn }) => !isOwn).map((draft) => ({ ...draftOf(draft), author: draft.author })),
  };
}

const draftOf = ({ isOwn: _isOwn, author: _author, ...draft }: Draft & { isOwn: boolean; author: string }): Draft =>
  draft;
