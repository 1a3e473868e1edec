import * as z from 'zod';
import { ageGroups } from '../measure/progress.ts';
import { LongNameRef, slug, textOf } from '../text/contract.ts';
import { areas, directions, indicatorKinds, sexes, trends } from './kind.ts';
import { TrendVerdict } from './trend-contract.ts';
import { maxDefinition, maxRegionName, maxSource, maxTextValue, maxUnit, maxValueNote } from './limits.ts';
import { maxLongName } from '../text/limits.ts';

/** The fields that identify a value of an indicator. */
export const cellKeyFields = {
  period: z.string().nullable().meta({
    description:
      'A year (2023), a month (2022-12), a range of years or a school year (2023-2024), or a range of months (2022-01/2022-07). Null when the source does not give it.',
  }),
  ageGroup: z.enum(ageGroups).nullable().meta({ description: 'Null: the whole population of the indicator.' }),
  sex: z.enum(sexes).nullable().meta({ description: 'Null: both.' }),
  area: z.enum(areas),
};

const common = {
  ...cellKeyFields,
  note: textOf(maxValueNote).nullable(),
  /** That of the value, else that of the indicator. */
  source: textOf(maxSource).nullable(),
  sourceId: z.string().nullable(),
  licence: z.string().nullable(),
  isUncertain: z.boolean().meta({ description: 'The source is uncertain; the note says about what.' }),
  version: z.int().min(1),
};

/**
 * The value of an indicator, by its kind. `missing` is known not to exist, and is never zero. `suppressed` exists and is
 * hidden from the public: a count of fewer than five people, or one that would reveal such a count.
 */
export const IndicatorValue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('number'), value: z.number(), ...common }),
  z.object({ kind: z.literal('yes_no'), value: z.boolean(), ...common }),
  z.object({ kind: z.literal('milestone'), value: z.string(), ...common }),
  z.object({ kind: z.literal('trend'), value: z.enum(trends), ...common }),
  z.object({ kind: z.literal('text'), value: textOf(maxTextValue), ...common }),
  z.object({ kind: z.literal('missing'), ...common }),
  z.object({ kind: z.literal('suppressed'), ...common }),
]);
export type IndicatorValue = z.output<typeof IndicatorValue>;

/** A target: a number for a period, or the month or day of a milestone. */
export const IndicatorTarget = z.object({
  period: z.string(),
  value: z.union([z.number(), z.string()]),
});
export type IndicatorTarget = z.output<typeof IndicatorTarget>;

/** Values from this period on are not comparable with earlier ones. */
export const SeriesBreak = z.object({ period: z.string(), note: textOf(maxValueNote) });
export type SeriesBreak = z.output<typeof SeriesBreak>;

/** An indicator without its values. */
export const IndicatorHead = z.object({
  id: z.uuid(),
  slug,
  name: textOf(maxLongName),
  kind: z.enum(indicatorKinds),
  unit: textOf(maxUnit).nullable(),
  decimals: z.int(),
  direction: z.enum(directions),
  set: LongNameRef.nullable(),
  definition: textOf(maxDefinition).nullable(),
  source: textOf(maxSource).nullable(),
  /** Identifier of the series at its source: `sotkanet:189`. */
  sourceId: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  licence: z.string().nullable(),
  countsPeople: z
    .boolean()
    .meta({ description: 'The indicator counts people: counts below five are hidden from the public.' }),
  regionName: textOf(maxRegionName).nullable().meta({ description: 'Name of the area `region` for this indicator.' }),
  version: z.int().min(1),
});
export type IndicatorHead = z.output<typeof IndicatorHead>;

export const Indicator = IndicatorHead.extend({
  /** Oldest first. */
  values: z.array(IndicatorValue),
  targets: z.array(IndicatorTarget),
  breaks: z.array(SeriesBreak),
  trend: TrendVerdict,
});
export type Indicator = z.output<typeof Indicator>;
