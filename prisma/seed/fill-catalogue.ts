import type { Db } from '../client.ts';

export type CatalogueSize = { slug: string; indicators: number; years: number };

const indicatorsSql = `
  insert into "Indicator" (id, "municipalityId", "order", slug, name, kind, unit, decimals, direction, source, "countsPeople")
  select gen_random_uuid(), m.id, 1000 + n, 'made-' || n,
    jsonb_build_object('fi', 'Tehty mittari ' || n, 'sv', 'Gjord indikator ' || n, 'en', 'Made indicator ' || n), 'number',
    '{"fi": "%"}', 1, (array['up_is_good', 'down_is_good', 'neutral']::"Direction"[])[1 + n % 3],
    jsonb_build_object('fi', 'Tehty lähde ' || n % 20), n % 4 = 0
  from "Municipality" m, generate_series(1, $2::int) n where m.slug = $1`;

/** A wave around a level, shifted by age group and sex, so that no two series are alike. */
const valuesSql = `
  insert into "IndicatorValue" (id, "municipalityId", "indicatorId", kind, "order", period, "ageGroup", sex, number)
  select gen_random_uuid(), i."municipalityId", i.id, 'number', y * 12 + a.at * 3 + s.at, (2006 + y)::text, a.age, s.sex,
    round((10 + i."order" % 60 + 6 * sin(y / 3.0 + i."order") + a.at * 2 - s.at)::numeric, 1)
  from "Indicator" i join "Municipality" m on m.id = i."municipalityId",
    (values ($2::int)) year(y),
    (values (0, null::"AgeGroup"), (1, 'children_youth'), (2, 'working_age'), (3, 'older_people')) a(at, age),
    (values (0, null::"Sex"), (1, 'female'), (2, 'male')) s(at, sex)
  where m.slug = $1 and i.slug like 'made-%'`;

/** Links every measure to some of them. */
const linksSql = `
  insert into "MeasureIndicator" ("municipalityId", "measureId", "indicatorId", "order")
  select i."municipalityId", m.id, i.id, i."order"
  from (select *, row_number() over (order by "order") as at from "Indicator" where slug like 'made-%') i
  join (select *, row_number() over (partition by "municipalityId" order by id) as at,
      count(*) over (partition by "municipalityId") as of from "Measure") m
    on m."municipalityId" = i."municipalityId" and m.at = 1 + i.at % m.of
  join "Municipality" k on k.id = i."municipalityId" and k.slug = $1`;

/**
 * Fills a municipality's catalogue with made indicators, each with as many years of four age groups (everybody and three)
 * and three sexes (both and each). Written by the database itself.
 */
export async function fillCatalogue(db: Db, { slug, indicators, years }: CatalogueSize): Promise<void> {
  await db.$executeRawUnsafe(indicatorsSql, slug, indicators);
  // One year for each statement: statements have a time limit, and every value is checked.
  for (let year = 0; year < years; year += 1) await db.$executeRawUnsafe(valuesSql, slug, year);
  await db.$executeRawUnsafe(linksSql, slug);
  await db.$executeRawUnsafe('analyze "Indicator", "IndicatorValue", "MeasureIndicator"');
}
