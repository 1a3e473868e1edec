import * as z from 'zod';
import type { Tx } from '@vointi/db/client.ts';
import type { Indicator } from '@vointi/shared/indicator/contract.ts';
import { queryJson } from '../../platform/sql.ts';
import { besidePairs, countsPair, headPairs, IndicatorRow, toIndicator } from './row.ts';
import { valueJson } from './value-columns.ts';

/** Above this number of values, a page of many indicators gets only those of everybody. */
const valuesBesideOthers = 500;

const indicatorsSql = (isWhole: boolean) => `
  select coalesce(json_agg(json_build_object(${headPairs}, ${besidePairs}, ${countsPair},
    'values', coalesce((
      select json_agg(${valueJson} order by v."order", v.id) from "IndicatorValue" v
      where v."indicatorId" = i.id ${
        isWhole
          ? ''
          : `and (v.sex is null and (v."ageGroup" is null or v."ageGroup" = 'all_ages') or (
        select count(*) from (select from "IndicatorValue" x where x."indicatorId" = i.id limit ${valuesBesideOthers + 1}) x
      ) <= ${valuesBesideOthers})`
      }), '[]'::json)) order by w.at), '[]'::json)::text as json
  from unnest($1::uuid[]) with ordinality as w(id, at)
  join "Indicator" i on i.id = w.id and i."municipalityId" = $2::uuid`;

/** Rows of indicators with their values, in the order of the ids, in one query. Whole: all values, however many. */
export async function readIndicatorRows(
  tx: Tx,
  municipalityId: string,
  ids: readonly string[],
  { isWhole = true } = {},
): Promise<IndicatorRow[]> {
  if (ids.length === 0) return [];
  return (await queryJson(tx, z.array(IndicatorRow), indicatorsSql(isWhole), ids, municipalityId)) ?? [];
}

/** Indicators by id, for a page about something else. */
export async function readIndicators(
  tx: Tx,
  { municipalityId, ids, seesAll }: { municipalityId: string; ids: readonly string[]; seesAll: boolean },
): Promise<Map<string, Indicator>> {
  const rows = await readIndicatorRows(tx, municipalityId, [...new Set(ids)], { isWhole: false });
  return new Map(rows.map((row) => [row.id, toIndicator(row, seesAll)]));
}
