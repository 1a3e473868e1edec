import * as z from 'zod';
import type { Actor } from '@vointi/shared/access/grant.ts';
import type { Result } from '@vointi/shared/http/route.ts';
import { countStatuses, statusOf } from '@vointi/shared/measure/status.ts';
import { progresses } from '@vointi/shared/measure/progress.ts';
import type { municipalityApi } from '@vointi/shared/municipality/contract.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import type { Context } from '../../platform/context.ts';
import { queryRows } from '../../platform/sql.ts';

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
  with answer as (
    select distinct on (r."assignmentId") r."assignmentId", r.progress
    from "Report" r join "Round" o on o.id = r."roundId"
    where o.state <> 'planned' and r.progress is not null
    order by r."assignmentId", o."order" desc
  ), light as (
    select m."planId", m.id, coalesce(json_agg(distinct answer.progress) filter (where a.id is not null), '[]'::json)::text as lights
    from "Measure" m
    join "Plan" p on p.id = m."planId" and p.status = 'published'
    left join "Assignment" a on a."measureId" = m.id
    left join answer on answer."assignmentId" = a.id
    group by m."planId", m.id
  )
  select "planId", lights::json as lights, count(*)::int as measures from light group by "planId", light.lights`;

/** Municipalities that anybody may read, and those of the reader. */
export async function listMunicipalities({ db }: Context, actor: Actor): Promise<Result<typeof municipalityApi.list>> {
  const [rows, lights] = await Promise.all([
    db.municipality.findMany({
      where: {
        OR: [{ boardAccess: 'public' }, { id: { in: municipalitiesOf(actor) } }],
        plans: { some: { status: 'published' } },
      },
      take: 400,
      select: {
        slug: true,
        code: true,
        name: true,
        isFictional: true,
        plans: {
          where: { status: 'published' },
          orderBy: { year: 'desc' },
          select: { id: true, year: true, updatedAt: true },
        },
      },
    }),
    queryRows(db, Lights, lightsSql),
  ]);
  const byPlan = Map.groupBy(lights, ({ planId }) => planId);
  const nameOrder = new Intl.Collator('fi');
  return {
    municipalities: rows
      .map(({ name, plans, ...row }) => ({
        ...row,
        name: name as Text,
        plans: plans.map(({ id, year, updatedAt }) => ({
          year,
          updatedAt: updatedAt.toISOString(),
          counts: countStatuses(
            (byPlan.get(id) ?? []).flatMap(({ lights: combination, measures }) =>
              Array.from({ length: measures }, () => ({ status: statusOf(combination) })),
            ),
          ),
        })),
      }))
      .toSorted((a, b) => nameOrder.compare(a.name.fi, b.name.fi)),
  };
}

function municipalitiesOf(actor: Actor): string[] {
  if (actor.kind === 'anonymous') return [];
  if (actor.kind === 'screen') return [actor.municipalityId];
  return actor.memberships.map(({ municipalityId }) => municipalityId);
}
