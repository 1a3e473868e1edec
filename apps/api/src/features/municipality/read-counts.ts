import * as z from 'zod';
import type { Db } from '@vointi/db/client.ts';
import { progresses } from '@vointi/shared/measure/progress.ts';
import { type Counts, countStatuses, statusOf } from '@vointi/shared/measure/status.ts';
import { queryRows } from '../../platform/sql.ts';

/** The current answer of every assignment. */
export const answersSql = `
  answer as (
    select distinct on (r."assignmentId") r."assignmentId", r.progress, r.origin, r."onBehalfOf", r."roundId"
    from "Report" r join "Round" o on o.id = r."roundId"
    where o.state <> 'planned' and r.progress is not null
    order by r."assignmentId", o."order" desc
  )`;

const Lights = z.strictObject({
  planId: z.uuid(),
  lights: z.array(z.enum(progresses).nullable()),
  measures: z.int(),
});

/**
 * Counts measures by plan and by the lights of their assignments: the status rule stays in TypeScript alone, and the
 * database returns one row for each combination instead of one for each measure.
 */
const lightsSql = `
  with ${answersSql}, light as (
    select m."planId", m.id, coalesce(json_agg(distinct answer.progress) filter (where a.id is not null), '[]'::json)::text as lights
    from "Measure" m
    join "Plan" p on p.id = m."planId" and p.status = 'published'
    left join "Assignment" a on a."measureId" = m.id
    left join answer on answer."assignmentId" = a.id
    group by m."planId", m.id
  )
  select "planId", lights::json as lights, count(*)::int as measures from light group by "planId", light.lights`;

/** Counts of every published plan that has measures, by the plan's id. */
export async function readCounts(db: Db): Promise<Map<string, Counts>> {
  const byPlan = Map.groupBy(await queryRows(db, Lights, lightsSql), ({ planId }) => planId);
  return new Map(
    [...byPlan].map(([planId, rows]) => [
      planId,
      countStatuses(
        rows.flatMap(({ lights, measures }) => Array.from({ length: measures }, () => ({ status: statusOf(lights) }))),
      ),
    ]),
  );
}
