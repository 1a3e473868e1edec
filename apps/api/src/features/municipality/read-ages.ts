import * as z from 'zod';
import type { Db } from '@vointi/db/client.ts';
import { type Ages, agesOfGroups, type LightGroup } from '@vointi/shared/measure/ages.ts';
import { progresses } from '@vointi/shared/measure/progress.ts';
import { originOf, storedOrigins } from '@vointi/shared/report/origin.ts';
import { queryRows } from '../../platform/sql.ts';
import { answersSql } from './read-counts.ts';

const AgedLights = z.strictObject({
  planId: z.uuid(),
  progress: z.enum(progresses).nullable(),
  stored: z.enum(storedOrigins).nullable(),
  isOnBehalf: z.boolean(),
  isCarried: z.boolean(),
  isAsked: z.boolean(),
  count: z.int(),
});
type AgedLights = z.output<typeof AgedLights>;

/**
 * Counts assignments by plan and by what their age depends on. What a closed round did not ask for is looked up only in
 * plans that have grown since: most have not, and their snapshots need not be opened.
 */
const agesSql = `
  with ${answersSql}, current as (
    select p.id as "planId", round.id, frozen.rows
    from "Plan" p
    join lateral (
      select r.id, r.state from "Round" r where r."planId" = p.id and r.state <> 'planned'
      order by r.state = 'open' desc, r."order" desc limit 1
    ) round on true
    left join lateral (
      select s.rows from "RoundSnapshot" s where s."roundId" = round.id and round.state = 'closed'
      order by s.number desc limit 1
    ) frozen on (frozen.rows->'counts'->>'total')::int <> (
      select count(*) from "Assignment" a join "Measure" m on m.id = a."measureId" where m."planId" = p.id)
    where p.status = 'published'
  ), asked as (
    select (m->>'id')::uuid as "measureId", a->>'department' as department
    from current, jsonb_array_elements(current.rows->'measures') m, jsonb_array_elements(m->'assignments') a
  )
  select current."planId", answer.progress::text as progress, answer.origin::text as stored,
    answer."onBehalfOf" is not null as "isOnBehalf", coalesce(answer."roundId" <> current.id, false) as "isCarried",
    current.rows is null or asked.department is not null as "isAsked", count(*)::int as count
  from current
  join "Measure" m on m."planId" = current."planId"
  join "Assignment" a on a."measureId" = m.id
  join "Department" d on d.id = a."departmentId"
  left join answer on answer."assignmentId" = a.id
  left join asked on asked."measureId" = m.id and asked.department = d.slug
  group by 1, 2, 3, 4, 5, 6`;

const toGroup = ({ progress, stored, isOnBehalf, isCarried, isAsked, count }: AgedLights): LightGroup => ({
  progress,
  origin: stored && originOf(stored, isOnBehalf ? '' : null),
  isCarried,
  ...(!isAsked && { isAsked }),
  count,
});

/** Ages of the lights of every published plan with a round, by the plan's id. */
export async function readAges(db: Db): Promise<Map<string, Ages>> {
  const byPlan = Map.groupBy(await queryRows(db, AgedLights, agesSql), ({ planId }) => planId);
  return new Map([...byPlan].map(([planId, rows]) => [planId, agesOfGroups(rows.map(toGroup))]));
}
