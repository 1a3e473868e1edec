import * as z from 'zod';
import type { Tx } from '@vointi/db/client.ts';
import { IndicatorDetail } from '@vointi/shared/indicator/read-contract.ts';
import { instant, queryJson } from '../../platform/sql.ts';
import { besidePairs, headPairs, IndicatorRow } from './row.ts';
import { valueJson } from './value-columns.ts';

const { goals, termMeasures, findings, rounds, measures } = IndicatorDetail.shape;
const DetailRow = IndicatorRow.extend({
  goals,
  termMeasures,
  findings,
  rounds,
  measures: z.array(measures.element.pick({ code: true, via: true })),
});
export type DetailRow = z.output<typeof DetailRow>;

const detailSql = `
  with plan as (select p.id, p."municipalityId", p."councilTermId" from "Plan" p where p.id = $1::uuid),
  follows as (
    select m.code, g.slug as goal, g."order" as goal_order, m."order",
      exists (select from "MeasureIndicator" mi where mi."measureId" = m.id and mi."indicatorId" = i.id) as is_named
    from plan join "Indicator" i on i."municipalityId" = plan."municipalityId" and i."draftPlanId" is null and (i.slug = $2 or i.id::text = $2)
    join "Measure" m on m."planId" = plan.id join "Goal" g on g.id = m."goalId"
    where exists (select from "MeasureIndicator" mi where mi."measureId" = m.id and mi."indicatorId" = i.id)
      or exists (select from "MeasureIndicatorSet" ms where ms."measureId" = m.id and ms."indicatorSetId" = i."setId")
  )
  select json_build_object(${headPairs}, ${besidePairs},
    'values', coalesce((select json_agg(${valueJson} order by v."order", v.id)
      from "IndicatorValue" v where v."indicatorId" = i.id), '[]'::json),
    'measures', coalesce((select json_agg(json_build_object('code', f.code,
      'via', case when f.is_named then 'indicator' else 'set' end) order by f.goal_order, f."order") from follows f), '[]'::json),
    'termMeasures', coalesce((select json_agg(json_build_object('code', tm.code, 'goal', g.slug, 'text', tm.text)
        order by g."order", tm."order")
      from "TermIndicator" ti join "TermMeasure" tm on tm.id = ti."termMeasureId" join "Goal" g on g.id = tm."goalId"
      where ti."indicatorId" = i.id and g."councilTermId" = plan."councilTermId" and tm."draftPlanId" is null), '[]'::json),
    'goals', coalesce((select json_agg(json_build_object('slug', g.slug, 'shortName', g."shortName") order by g."order")
      from "Goal" g where g."councilTermId" = plan."councilTermId" and g."draftPlanId" is null and (
        g.slug in (select goal from follows)
        or exists (select from "GoalIndicator" gi where gi."goalId" = g.id and gi."indicatorId" = i.id)
        or exists (select from "TermIndicator" ti join "TermMeasure" tm on tm.id = ti."termMeasureId"
          where tm."goalId" = g.id and ti."indicatorId" = i.id))), '[]'::json),
    'findings', coalesce((select json_agg(json_build_object('slug', f.slug, 'tone', f.tone, 'text', f.text) order by f."order")
      from "FindingIndicator" fi join "Finding" f on f.id = fi."findingId"
      where fi."indicatorId" = i.id and f."planId" = plan.id and f.state = 'published'), '[]'::json),
    'rounds', coalesce((select json_agg(json_build_object('slug', r.slug, 'name', r.name, 'periodAssessed', r."periodAssessed",
        'state', r.state, 'opensAt', ${instant('r."opensAt"')}, 'closesAt', ${instant('r."closesAt"')}, 'year', p.year,
        'decision', case when r."decisionDate" is null then null else
          json_build_object('date', r."decisionDate", 'section', r."decisionSection") end) order by p.year, r."order")
      from "Plan" p join "Round" r on r."planId" = p.id
      where p."municipalityId" = plan."municipalityId" and p.status = 'published' and r.state <> 'planned'), '[]'::json)
    )::text as json
  from plan join "Indicator" i on i."municipalityId" = plan."municipalityId" and i."draftPlanId" is null and (i.slug = $2 or i.id::text = $2)`;

/** One indicator of the plan's municipality, by slug or id, with its values and links; null when there is none. */
export async function readDetail(tx: Tx, planId: string, id: string): Promise<DetailRow | null> {
  return (await queryJson(tx, DetailRow, detailSql, planId, id)) ?? null;
}
