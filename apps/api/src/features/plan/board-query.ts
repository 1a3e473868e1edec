import * as z from 'zod';
import type { Db } from '@vointi/db/client.ts';
import { progresses } from '@vointi/shared/measure/progress.ts';
import {
  BoardAssignment,
  type BoardSnapshot,
  BoardGoal,
  BoardMeasure,
  DepartmentRef,
  PlanHead,
} from '@vointi/shared/plan/contract.ts';
import { storedOrigins } from '@vointi/shared/report/origin.ts';
import { toBoardLight } from './board-light.ts';
import { instant, queryJson, queryRows } from '../../platform/sql.ts';

/** What a plan's measures name, in the shapes of the contract. */
export const BoardSurroundings = z.strictObject({
  departments: z.array(DepartmentRef),
  goals: z.array(BoardGoal.pick({ slug: true, shortName: true, name: true })),
});
const ownColumns = BoardMeasure.omit({ status: true, previousStatus: true, ages: true, assignments: true });
/** A measure's own columns are those of the contract, by the same names. */
const measurePairs = Object.keys(ownColumns.shape)
  .map((key) => `'${key}', m."${key}"`)
  .join(', ');

/** A light as the database tells it; what it is called, and whether it is carried, is for the shared rules. */
export const StoredLight = BoardAssignment.pick({
  department: true,
  progress: true,
  note: true,
  round: true,
  reportedAt: true,
}).extend({
  stored: z.enum(storedOrigins).nullable(),
  onBehalfOf: z.string().nullable(),
  /** Whether it stood in the former round's snapshot, and with which light. */
  isInFormer: z.boolean(),
  former: z.enum(progresses).nullable(),
  isAsked: z.boolean(),
});
export const StoredMeasure = ownColumns.extend({ goal: z.string(), assignments: z.array(StoredLight) });

export type BoardRowMeasure = z.output<typeof ownColumns> & {
  goal: string;
  assignments: z.output<typeof BoardAssignment>[];
};

/** What one screen needs, in the shapes of the contract; statuses and counts are computed by the caller's rules. */
export type BoardRows = z.output<typeof BoardSurroundings> & {
  planId: string;
  /** Whether anybody may read it, or only people and screens of the municipality. */
  isPublic: boolean;
  head: PlanHead;
  /** The closed round that it is of; null: as it is today. */
  asOf: BoardSnapshot | null;
  measures: BoardRowMeasure[];
};

const Head = z.strictObject({
  planId: z.uuid(),
  isPublic: z.boolean(),
  current: z.int().nullable(),
  head: PlanHead,
});
type Head = z.output<typeof Head>;

const roundPairs = (round: string) => `
    'slug', ${round}.slug, 'name', ${round}.name, 'periodAssessed', ${round}."periodAssessed", 'state', ${round}.state,
    'opensAt', ${instant(`${round}."opensAt"`)}, 'closesAt', ${instant(`${round}."closesAt"`)}`;

/** @param round the current round, and the last one that the plan knows of */
export const headJson = (round: string) => `json_build_object(
  'municipality', json_build_object('slug', m.slug, 'code', m.code, 'name', m.name, 'isFictional', m."isFictional"),
  'councilTerm', json_build_object('startYear', t."startYear", 'endYear', t."endYear"),
  'year', p.year, 'focus', p.focus, 'source', p.source, 'revision', p.revision, 'updatedAt', ${instant('p."updatedAt"')},
  'round', case when ${round}.id is null then null else json_build_object(${roundPairs(round)},
    'closedAt', ${instant(`${round}."closedAt"`)}) end,
  'rounds', coalesce((select json_agg(json_build_object(${roundPairs('b')}) order by b."order" desc)
    from "Round" b where b."planId" = p.id and b.state <> 'planned' and b."order" <= ${round}."order"), '[]'::json))`;

/** The current round is the one that is open, else the closed one that opened last. */
export const currentRoundJoin = `
  left join lateral (
    select r.* from "Round" r where r."planId" = p.id and r.state <> 'planned'
    order by r.state = 'open' desc, r."order" desc limit 1
  ) current on true`;

export const planJoins = `
  join "Municipality" m on m.id = p."municipalityId"
  join "CouncilTerm" t on t.id = p."councilTermId"`;

const headSql = `
  select p.id as "planId", m."boardAccess" = 'public' as "isPublic", current."order" as current,
    ${headJson('current')} as head
  from "Plan" p ${planJoins} ${currentRoundJoin}
  where m.slug = $1 and p.year = $2 and p.status = 'published'`;

/** SQL to add: columns of an answer, JSON pairs of an assignment and of a measure, and the joins that they need. */
type Extras = { answer: string; assignment: string; measure: string; from: string; join: string };
const noExtras: Extras = { answer: '', assignment: '', measure: '', from: '', join: '' };

/** What the newest snapshot holds of one round of plan $1: its assignments with their lights. */
const frozenLights = (ofRound: string) => `
    select (m->>'id')::uuid as "measureId", a->>'department' as department, (a->>'progress')::"Progress" as progress
    from (
      select s.rows from "RoundSnapshot" s join "Round" o on o.id = s."roundId"
      where o."planId" = $1::uuid and o.state = 'closed' and ${ofRound}
      order by o."order" desc, s.number desc limit 1
    ) s, jsonb_array_elements(s.rows->'measures') m, jsonb_array_elements(m->'assignments') a`;

/**
 * The measures of plan $1 with their lights as they stand in the round of order $2, beside those of the round before it.
 * A closed round did not ask for what was added since: its snapshot lacks it.
 */
export const measuresSql = (extras = noExtras) => `
  with answer as (
    select distinct on (r."assignmentId") r."assignmentId", r.progress, r.note, r."submittedAt", o.slug as round,
      r.origin, r."onBehalfOf" ${extras.answer}
    from "Report" r join "Round" o on o.id = r."roundId"
    where o."planId" = $1::uuid and o.state <> 'planned' and o."order" <= $2::int and r.progress is not null
    order by r."assignmentId", o."order" desc
  ), former as materialized (${frozenLights('o."order" < $2::int')}
  ), asked as materialized (${frozenLights('o."order" = $2::int')}
  ), light as (
    select a."measureId", json_agg(json_build_object(
      'department', d.slug, 'progress', answer.progress, 'note', answer.note, 'round', answer.round,
      'reportedAt', ${instant('answer."submittedAt"')}, 'stored', answer.origin, 'onBehalfOf', answer."onBehalfOf",
      'isInFormer', former.department is not null, 'former', former.progress,
      'isAsked', asked.department is not null or not exists (select from asked) ${extras.assignment}
      ) order by a."order") as assignments
    from "Assignment" a
    join "Measure" m on m.id = a."measureId"
    join "Department" d on d.id = a."departmentId"
    left join answer on answer."assignmentId" = a.id
    left join former on former."measureId" = m.id and former.department = d.slug
    left join asked on asked."measureId" = m.id and asked.department = d.slug
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
    queryJson(db, z.array(StoredMeasure), measuresSql(), found.planId, found.current),
  ]);
  return {
    planId: found.planId,
    isPublic: found.isPublic,
    head: found.head,
    asOf: null,
    departments: around?.departments ?? [],
    goals: around?.goals ?? [],
    measures: (measures ?? []).map((measure) => ({
      ...measure,
      assignments: measure.assignments.map((light) => toBoardLight(light, found.head.round?.slug ?? null)),
    })),
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
