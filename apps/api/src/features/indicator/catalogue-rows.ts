import * as z from 'zod';
import type { Tx } from '@vointi/db/client.ts';
import { IndicatorHead } from '@vointi/shared/indicator/contract.ts';
import { SeriesKey } from '@vointi/shared/indicator/trend-contract.ts';
import { ageGroups } from '@vointi/shared/measure/progress.ts';
import { shortName, textOf, title } from '@vointi/shared/text/contract.ts';
import { queryJson } from '../../platform/sql.ts';
import { besidePairs, countsPair, headPairs, IndicatorRow } from './row.ts';
import { valueJson, ValueRow } from './value-columns.ts';

/** The data of the filters: every indicator of the municipality, without values. */
const IndexRow = z.strictObject({
  ...IndicatorHead.pick({ id: true, kind: true, source: true, set: true }).shape,
  names: z.array(textOf(1000).nullable()),
  hasData: z.boolean(),
  ageGroups: z.array(z.enum(ageGroups)),
  goals: z.array(z.string()),
  measures: z.array(z.string()),
  termMeasures: z.array(z.string()),
});
export type IndexRow = z.output<typeof IndexRow>;

const CatalogueIndex = z.strictObject({
  municipalityId: z.uuid(),
  indicators: z.array(IndexRow),
  goals: z.array(z.strictObject({ slug: z.string(), shortName })),
  measures: z.array(z.strictObject({ code: z.string(), title, goal: z.string(), hasFigure: z.boolean() })),
});
export type CatalogueIndex = z.output<typeof CatalogueIndex>;

const hasValue = (indicator: string) =>
  `exists (select from "IndicatorValue" v where v."indicatorId" = ${indicator} and not v."isMissing")`;

const indexSql = `
  with plan as (select p.id, p."municipalityId", p."councilTermId" from "Plan" p where p.id = $1::uuid),
  measure as (
    select m.id, m.code, m.title, m."ageGroup", m."goalId", m."order", g.slug as goal, g."order" as goal_order
    from plan join "Measure" m on m."planId" = plan.id join "Goal" g on g.id = m."goalId"
  ), follows as (
    select mi."indicatorId" as id, m.code, m."ageGroup", m.goal, m.goal_order, m."order"
    from measure m join "MeasureIndicator" mi on mi."measureId" = m.id
    union
    select i.id, m.code, m."ageGroup", m.goal, m.goal_order, m."order"
    from measure m join "MeasureIndicatorSet" ms on ms."measureId" = m.id join "Indicator" i on i."setId" = ms."indicatorSetId"
  ), followed as (
    select id, json_agg(code order by goal_order, "order") as codes, array_agg(distinct "ageGroup") as ages from follows group by id
  ), term as (
    select ti."indicatorId" as id, g.slug as goal, json_agg(tm.code order by tm."order") as codes
    from plan join "Goal" g on g."councilTermId" = plan."councilTermId" and g."draftPlanId" is null
    join "TermMeasure" tm on tm."goalId" = g.id join "TermIndicator" ti on ti."termMeasureId" = tm.id
    group by ti."indicatorId", g.slug
  ), aim as (
    select id, json_agg(distinct goal) as slugs from (
      select id, goal from follows
      union all select id, goal from term
      union all select gi."indicatorId", g.slug from plan
        join "Goal" g on g."councilTermId" = plan."councilTermId" and g."draftPlanId" is null join "GoalIndicator" gi on gi."goalId" = g.id
    ) every group by id
  ), termed as (
    select t.id, json_agg(c) as codes from term t, json_array_elements_text(t.codes) c group by t.id
  )
  select json_build_object(
    'municipalityId', (select "municipalityId" from plan),
    'goals', coalesce((select json_agg(json_build_object('slug', g.slug, 'shortName', g."shortName") order by g."order", g.slug)
      from plan join "Goal" g on g."councilTermId" = plan."councilTermId" and g."draftPlanId" is null), '[]'::json),
    'measures', coalesce((select json_agg(json_build_object('code', m.code, 'title', m.title, 'goal', m.goal, 'hasFigure', exists (
        select from "MeasureIndicator" mi where mi."measureId" = m.id and ${hasValue('mi."indicatorId"')})) order by m.goal_order, m."order")
      from measure m), '[]'::json),
    'indicators', coalesce((select json_agg(json_build_object(
        'id', i.id, 'kind', i.kind, 'names', json_build_array(i.name, i.definition, s.name), 'source', i.source,
        'set', case when s.id is null then null else json_build_object('slug', s.slug, 'name', s.name) end,
        'hasData', ${hasValue('i.id')},
        'ageGroups', array(select a from unnest(enum_range(null::"AgeGroup")) a
          where a = any(followed.ages) or exists (
            select from "IndicatorValue" v where v."indicatorId" = i.id and v."ageGroup" = a)),
        'goals', coalesce(aim.slugs, '[]'::json), 'measures', coalesce(followed.codes, '[]'::json),
        'termMeasures', coalesce(termed.codes, '[]'::json)) order by i."order", i.slug)
      from plan join "Indicator" i on i."municipalityId" = plan."municipalityId" and i."draftPlanId" is null
      left join "IndicatorSet" s on s.id = i."setId"
      left join followed on followed.id = i.id left join aim on aim.id = i.id left join termed on termed.id = i.id
    ), '[]'::json))::text as json`;

/** Reads the data of the filters, their counts and the measures without figures in one query. */
export async function readIndex(tx: Tx, planId: string): Promise<CatalogueIndex> {
  const index = await queryJson(tx, CatalogueIndex, indexSql, planId);
  if (!index) throw new Error('The index of a catalogue is one row.');
  return index;
}

/** `values` are those of the headline series. */
const SummaryRow = IndicatorRow.extend({
  valueCount: z.int(),
  headline: SeriesKey.nullable(),
  /** The municipality's values for everybody, for the plan's year and the four before. */
  ofYears: z.array(ValueRow),
});
export type SummaryRow = z.output<typeof SummaryRow>;

/** The order of `seriesOf`: everybody in the municipality first. */
const headlineOrder = `v."isMissing", case v.area when 'municipality' then 0 when 'region' then 1 else 2 end,
  nullif(v."ageGroup", 'all_ages') nulls first, v.sex nulls first, v."ageGroup" nulls first`;

const summarySql = `
  select coalesce(json_agg(json_build_object(${headPairs}, ${besidePairs},
    'valueCount', (select count(*) from "IndicatorValue" v where v."indicatorId" = i.id),
    'headline', case when h.area is null then null else
      json_build_object('area', h.area, 'ageGroup', h."ageGroup", 'sex', h.sex) end,
    'values', coalesce((select json_agg(${valueJson} order by v."order", v.id) from "IndicatorValue" v
      where v."indicatorId" = i.id and (
        v.area = h.area and v."ageGroup" is not distinct from h."ageGroup" and v.sex is not distinct from h.sex)
      ), '[]'::json), ${countsPair},
    'ofYears', coalesce((select json_agg(${valueJson} order by v.period) from "IndicatorValue" v
      where v."indicatorId" = i.id and v.period = any(array(select y::text from generate_series($3::int - 4, $3::int) y))
      and v.area = 'municipality' and v."ageGroup" is null and v.sex is null), '[]'::json)) order by w.at), '[]'::json)::text as json
  from unnest($1::uuid[]) with ordinality as w(id, at)
  join "Indicator" i on i.id = w.id and i."municipalityId" = $2::uuid
  left join lateral (
    select v.area, v."ageGroup", v.sex from "IndicatorValue" v where v."indicatorId" = i.id order by ${headlineOrder} limit 1
  ) h on true`;

/** Reads the indicators of one page, with their headline series, in one query. */
export async function readSummaries(
  tx: Tx,
  { municipalityId, ids, year }: { municipalityId: string; ids: readonly string[]; year: number },
): Promise<SummaryRow[]> {
  return (await queryJson(tx, z.array(SummaryRow), summarySql, ids, municipalityId, year)) ?? [];
}
