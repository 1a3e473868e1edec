import * as z from 'zod';
import { type Actor, grantOf } from '@vointi/shared/access/grant.ts';
import {
  type Indicator,
  IndicatorHead,
  type IndicatorValue,
  cellKeyFields,
  SeriesBreak,
} from '@vointi/shared/indicator/contract.ts';
import type { IndicatorKind } from '@vointi/shared/indicator/kind.ts';
import { inTime } from '@vointi/shared/indicator/series.ts';
import { countsOf, forPublic, type Hidden } from '@vointi/disclosure/hidden-counts.ts';
import { trendOf } from '@vointi/shared/indicator/trend.ts';
import { SuppressionCache } from './suppression-cache.ts';
import { columnOf, ValueRow } from './value-columns.ts';

export const IndicatorRow = IndicatorHead.extend({
  values: z.array(ValueRow),
  targets: z.array(
    z.strictObject({ period: z.string(), number: z.number().nullable(), milestone: z.string().nullable() }),
  ),
  breaks: z.array(SeriesBreak),
  /** All numbers of an indicator that counts people, when `values` has only some of them. */
  counts: z
    .array(z.tuple([cellKeyFields.period, cellKeyFields.ageGroup, cellKeyFields.sex, cellKeyFields.area, z.number()]))
    .nullish(),
});
export type IndicatorRow = z.output<typeof IndicatorRow>;

// PostgreSQL writes the JSON: one text is cheaper to transfer than thousands of typed cells.
export const headPairs = `'id', i.id, 'slug', i.slug, 'name', i.name, 'kind', i.kind, 'unit', i.unit,
  'decimals', i.decimals, 'direction', i.direction, 'definition', i.definition, 'source', i.source,
  'sourceId', i."sourceId", 'sourceUrl', i."sourceUrl", 'licence', i.licence, 'countsPeople', i."countsPeople",
  'regionName', i."regionName", 'version', i.version, 'set', (
    select json_build_object('slug', s.slug, 'name', s.name) from "IndicatorSet" s where s.id = i."setId")`;

/** Whether a value is hidden depends on all the others. */
export const countsPair = `'counts', case when i."countsPeople" then (
    select json_agg(json_build_array(v.period, v."ageGroup", v.sex, v.area, v.number::float8) order by v."order", v.id)
    from "IndicatorValue" v where v."indicatorId" = i.id and v.number is not null) end`;

export const besidePairs = `'targets', coalesce((
    select json_agg(json_build_object('period', t.period, 'number', t.number::float8, 'milestone', t.milestone)
      order by t.period) from "IndicatorTarget" t where t."indicatorId" = i.id), '[]'::json),
  'breaks', coalesce((
    select json_agg(json_build_object('period', b.period, 'note', b.note) order by b.period)
    from "IndicatorBreak" b where b."indicatorId" = i.id), '[]'::json)`;

type Source = Pick<IndicatorHead, 'source' | 'sourceId' | 'licence'> & { kind: IndicatorKind };

/** A value with its source. A value with a source of its own inherits nothing from the indicator. */
export function toValue(row: ValueRow, { kind, ...whole }: Source): IndicatorValue {
  const own = row.source === null ? whole : row;
  const { period, ageGroup, sex, area, note, isUncertain, version } = row;
  const metadata = {
    period,
    ageGroup,
    sex,
    area,
    note,
    source: own.source,
    sourceId: row.sourceId ?? own.sourceId,
    licence: row.licence ?? own.licence,
    isUncertain,
    version,
  };
  if (row.isMissing) return { kind: 'missing', ...metadata };
  // A constraint keeps exactly the column of the kind filled.
  return { kind, value: row[columnOf[kind]], ...metadata } as IndicatorValue;
}

export const toTargets = (targets: IndicatorRow['targets']): Indicator['targets'] =>
  targets.flatMap(({ period, number, milestone }) => {
    const value = number ?? milestone;
    return value === null ? [] : [{ period, value }];
  });

/** Whether a person sees small counts: those who belong to the municipality do. */
export const seesSmall = (actor: Actor, slug: string): boolean =>
  actor.kind === 'user' && grantOf(actor, 'indicator:read_small', slug) !== null;

const cache = new SuppressionCache();

/** The values that are hidden from those who do not see small counts. */
export function hiddenOf({ countsPeople, counts, values, ...row }: IndicatorRow): Hidden {
  if (!countsPeople) return () => false;
  const all = counts?.map(([period, ageGroup, sex, area, value]) => ({ period, ageGroup, sex, area, value }));
  return cache.hiddenIn(all ?? countsOf(values.map((value) => toValue(value, row))));
}

/** The indicator as the reader sees it. The trend is computed from the visible values only. */
export function toIndicator(indicator: IndicatorRow, seesAll: boolean, hidden = () => hiddenOf(indicator)): Indicator {
  const { values, targets, counts: _counts, ...row } = indicator;
  const all = inTime(values.map((value) => toValue(value, row)));
  const visible = seesAll ? all : forPublic(all, hidden());
  const whole = { ...row, values: visible, targets: toTargets(targets) };
  return { ...whole, trend: trendOf(whole) };
}
