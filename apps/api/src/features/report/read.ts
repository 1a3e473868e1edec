import type { Prisma } from '@vointi/db/client.ts';
import { type Actor, type Grant, grantsOf, grantWithin, reaches } from '@vointi/shared/access/grant.ts';
import type { Permission } from '@vointi/shared/access/permissions.ts';
import type { ReportingForm, Draft, Reporting, ReportingRow } from '@vointi/shared/report/contract.ts';
import { answerStateOf, countStaffAnswers } from '@vointi/shared/round/rules.ts';
import { byLastDay } from '@vointi/shared/report/form-order.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import type { Context } from '../../platform/context.ts';
import { refSelect, toRef } from '../department/public.ts';
import { type FormSlot, slotsOf } from './form-slots.ts';
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

type Slot = FormSlot<Round, Plan>;

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
    select: planSelect,
  });
  const departments = await db.department.findMany({
    where: { OR: grants.map((grant) => departmentsOf(grant, query.department)) },
    select: departmentSelect,
  });
  const reopenings = await db.roundReopening.findMany({
    where: { round: { planId: { in: plans.map(({ id }) => id) } }, endedAt: null },
    select: { roundId: true, departmentId: true, until: true, endedAt: true },
  });
  const byMunicipality = Map.groupBy(plans, ({ municipalityId }) => municipalityId);
  const slots = [...byMunicipality.values()].flatMap((some): Slot[] => slotsOf(some, reopenings, at));
  const rows = await readRows(db, {
    at,
    userId: actor.kind === 'user' ? actor.userId : '',
    departmentIds: departments.map(({ id }) => id),
    desks: slots.map(({ plan, round, departmentId }) => ({ planId: plan.id, year: plan.year, round, departmentId })),
  });
  const byForm = Map.groupBy(rows, ({ desk, departmentId }) => keyOf(desk, departmentId));
  const reach = new Map(grants.map((grant) => [grant.municipalityId, grant.reach]));
  const formsOf = (department: Department) => {
    const forms = slots.flatMap((slot, desk) =>
      isOf(slot, department)
        ? [toReportingForm({ ...slot, actor, department, rows: byForm.get(keyOf(desk, department.id)) ?? [] })]
        : [],
    );
    const writable = forms.filter(({ lock, rows: own }) => lock?.isOpen === true && own.length > 0);
    const last = forms.at(-1);
    // People see their own department even while it has no assignments.
    const isShown = last && (last.rows.length > 0 || reach.get(department.municipalityId) === 'own');
    return writable.length > 0 ? writable : isShown ? [last] : [];
  };
  const order = new Intl.Collator('fi');
  return {
    desks: departments
      .flatMap(formsOf)
      .toSorted(
        (a, b) =>
          byLastDay(a, b) ||
          order.compare(a.municipality.name.fi, b.municipality.name.fi) ||
          order.compare(a.department.name.fi, b.department.name.fi),
      ),
  };
}

const keyOf = (desk: number, departmentId: string) => `${desk} ${departmentId}`;

const isOf = ({ plan, departmentId }: Slot, { id, municipalityId }: Department) =>
  plan.municipalityId === municipalityId && (departmentId === null || departmentId === id);

const departmentsOf = ({ municipalityId, reach, departmentIds }: Grant, slug: string | undefined) => ({
  municipalityId: municipalityId ?? '',
  ...(reach !== 'all' && { id: { in: [...departmentIds] } }),
  ...(slug !== undefined && { slug }),
});

type ReportingFormParts = Slot & { actor: Actor; department: Department; rows: readonly FormRow[] };

function toReportingForm({ actor, plan, round, lock, department, rows }: ReportingFormParts): ReportingForm {
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
    counts: countStaffAnswers(reportingRows.map((row) => ({ state: row.state, isWaiting: row.waitingSince !== null }))),
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
    waitingSince:
      drafts
        .flatMap(({ sentAt }) => sentAt ?? [])
        .toSorted()
        .at(-1) ?? null,
    draft: mine ? draftOf(mine) : null,
    otherDrafts: drafts.filter(({ isOwn }) => !isOwn).map((draft) => ({ ...draftOf(draft), author: draft.author })),
  };
}

const draftOf = ({ isOwn: _isOwn, author: _author, ...draft }: Draft & { isOwn: boolean; author: string }): Draft =>
  draft;
