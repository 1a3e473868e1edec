import * as z from 'zod';
import type { Db } from '@vointi/db/client.ts';
import { type BoardSnapshot, BoardGoal, BoardMeasure, DepartmentRef, PlanHead } from '@vointi/shared/plan/contract.ts';
import { instant, queryJson, queryRows } from '../../platform/sql.ts';

/** What a plan's measures name, in the shapes of the contract. */
export const BoardSurroundings = z.strictObject({
  departments: z.array(DepartmentRef),
  goals: z.array(BoardGoal.pick({ slug: true, shortName: true, name: true })),
});
const ownColumns = BoardMeasure.omit({ status: true, previousStatus: true, assignments: true });
/** A measure's own columns are those of the contract, by the same names. */
const measurePairs = Object.keys(ownColumns.shape)
  .map((key) => `'${key}', m."${key}"`)
  .join(', ');
export const MeasureRow = BoardMeasure.omit({ status: true, previousStatus: true }).extend({ goal: z.string() });

/** What one screen needs, in the shapes of the contract; statuses and counts are computed by the caller's rules. */
export type BoardRows = z.output<typeof BoardSurroundings> & {
  planId: string;
  /** Whether anybody may read it, or only people and screens of the municipality. */
  isPublic: boolean;
  head: PlanHead;
  /** The closed round that it is of; null: as it is today. */
  asOf: BoardSnapshot | null;
  /** Whether a round before the latest one exists to compare with. */
  hasEarlierRound: boolean;
  measures: z.output<typeof MeasureRow>[];
};

const Head = z.strictObject({
  planId: z.uuid(),
  isPublic: z.boolean(),
  latest: z.int().nullable(),
  earlier: z.boolean(),
  head: PlanHead,
});
type Head = z.output<typeof Head>;

export const headJson = (round: string) => `json_build_object(
  'municipality', json_build_object('slug', m.slug, 'code', m.code, 'name', m.name, 'isFictional', m."isFictional"),
  'councilTerm', json_build_object('startYear', t."startYear", 'endYear', t."endYear"),
  'year', p.year, 'focus', p.focus, 'source', p.source, 'revision', p.revision, 'updatedAt', ${instant('p."updatedAt"')},
  'round', case when ${round}.id is null then null else json_build_object(
    'slug', ${round}.slug, 'name', ${round}.name, 'periodAssessed', ${round}."periodAssessed", 'state', ${round}.state,
    'opensAt', ${instant(`${round}."opensAt"`)}, 'closesAt', ${instant(`${round}."closesAt"`)},
    'closedAt', ${instant(`${round}."closedAt"`)}) end)`;

/** Whether a round before it has begun. */
export const hasEarlier = (round: string) => `exists (
  select 1 from "Round" e where e."planId" = p.id and e."order" < ${round}."order" and e.state <> 'planned')`;

export const planJoins = `
  join "Municipality" m on m.id = p."municipalityId"
  join "CouncilTerm" t on t.id = p."councilTermId"`;

const headSql = `
  select p.id as "planId", m."boardAccess" = 'public' as "isPublic", latest."order" as latest,
    ${hasEarlier('latest')} as earlier, ${headJson('latest')} as head
  from "Plan" p ${planJoins}
  left join lateral (
    select r.* from "Round" r where r."planId" = p.id and r.state <> 'planned' order by r."order" desc limit 1
  ) latest on true
  where m.slug = $1 and p.year = $2 and p.status = 'published'`;

/** SQL to add: columns of an answer, JSON pairs of an assignment and of a measure, and the joins that they need. */
type Extras = { answer: string; assignment: string; measure: string; from: string; join: string };
const noExtras: Extras = { answer: '', assignment: '', measure: '', from: '', join: '' };

/** The measures of plan $1 with their lights as they stand in the round of order $2. */
export const measuresSql = (extras = noExtras) => `
  with answer as (
    select distinct on (r."assignmentId") r."assignmentId", r.progress, r.note, r."submittedAt" ${extras.answer}
    from "Report" r join "Round" o on o.id = r."roundId"
    where o."planId" = $1::uuid and o.state <> 'planned' and o."order" <= $2::int and r.progress is not null
    order by r."assignmentId", o."order" desc
  ), earlier as (
    select distinct on (r."assignmentId") r."assignmentId", r.progress
    from "Report" r join "Round" o on o.id = r."roundId"
    where o."planId" = $1::uuid and o.state <> 'planned' and o."order" < $2::int and r.progress is not null
    order by r."assignmentId", o."order" desc
  ), light as (
    select a."measureId", json_agg(json_build_object(
      'department', d.slug, 'progress', answer.progress, 'note', answer.note,
      'reportedAt', ${instant('answer."submittedAt"')}, 'previous', earlier.progress ${extras.assignment}
      ) order by a."order") as assignments
    from "Assignment" a
    join "Measure" m on m.id = a."measureId"
    join "Department" d on d.id = a."departmentId"
    left join answer on answer."assignmentId" = a.id
    left join earlier on earlier."assignmentId" = a.id
    where m."planId" = $1::uuid
    group by a."measureId"
  ) ${extras.from}
  select coalesce(json_agg(json_build_object(
    ${measurePairs}, 'goal', g.slug, 'assignments', coalesce(light.assignments, '[]'::json) ${extras.measure}
    ) order by g."order", m."order"), '[]'::json)::text as json
  from "Measure" m
  join "Goal" g on g.id = m."goalId"
  left join light on light."measureId" = m.id ${extras.join}
  where m."planId" = $1::uuid`;

/** The goals and departments of the measures of plan $1. */
export const goalsAndDepartmentsSql = `
  select json_build_object(
    'goals', coalesce((select json_agg(json_build_object('slug', g.slug, 'shortName', g."shortName", 'name', g.name) order by g."order")
      from "Goal" g where exists (select 1 from "Measure" m where m."goalId" = g.id and m."planId" = $1::uuid)), '[]'::json),
    'departments', coalesce((select json_agg(json_build_object(
        'slug', d.slug, 'kind', d.kind, 'name', d.name, 'shortName', d."shortName") order by d.name->>'fi' collate "fi-FI-x-icu")
      from "Department" d where exists (
        select 1 from "Assignment" a join "Measure" m on m.id = a."measureId"
        where a."departmentId" = d.id and m."planId" = $1::uuid)), '[]'::json)
  )::text as json`;

/** The plan itself, whether or not its board is kept; null when there is no such published plan. */
export async function readHead(db: Db, slug: string, year: number): Promise<Head | null> {
  const [found] = await queryRows(db, Head, headSql, slug, year);
  return found ?? null;
}

/**
 * Reads a board in three queries, whatever its size. Null when there is no such published plan.
 * The revision is read first, so that the rows are never older than it: at worst a cache reads them once more.
 */
export async function readBoardRows(db: Db, slug: string, year: number): Promise<BoardRows | null> {
  const found = await readHead(db, slug, year);
  if (!found) return null;
  const [around, measures] = await Promise.all([
    queryJson(db, BoardSurroundings, goalsAndDepartmentsSql, found.planId),
    queryJson(db, z.array(MeasureRow), measuresSql(), found.planId, found.latest),
  ]);
  return {
    planId: found.planId,
    isPublic: found.isPublic,
    head: found.head,
    asOf: null,
    hasEarlierRound: found.earlier,
    departments: around?.departments ?? [],
    goals: around?.goals ?? [],
    measures: measures ?? [],
  };
}

type PlanRevision = { revision: number; isPublic: boolean };

/** The present revision and access of plans. Plans that were deleted or are drafts are absent. */
export async function readRevisions(db: Db, planIds: readonly string[]): Promise<Map<string, PlanRevision>> {
  const plans = await db.plan.findMany({
    where: { id: { in: [...planIds] }, status: 'published' },
    select: { id: true, revision: true, municipality: { select: { boardAccess: true } } },
  });
  return new Map(
    plans.map(({ id, revision, municipality }) => [id, { revision, isPublic: municipality.boardAccess === 'public' }]),
  );
}
