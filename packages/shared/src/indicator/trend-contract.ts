import * as z from 'zod';
import { ageGroups } from '../measure/progress.ts';
import { areas, noVerdictReasons, sexes, trends, trendTones } from './kind.ts';

/** Identifies a series of an indicator. */
export const SeriesKey = z.object({
  area: z.enum(areas),
  ageGroup: z.enum(ageGroups).nullable(),
  sex: z.enum(sexes).nullable(),
});
export type SeriesKey = z.output<typeof SeriesKey>;

export const PeriodValue = z.object({ period: z.string(), value: z.number() });

/**
 * The trend of a series, with the data of its rule, which pages show.
 * series: compares the latest value with the one before and with all since the last break, three at least. A step is
 * flat when it is less than a tenth of the range of the newest six, or not visible in the decimals. stated: the source
 * states the direction (kind `trend`).
 */
export const TrendVerdict = z.discriminatedUnion('basis', [
  z.object({
    basis: z.literal('series'),
    series: SeriesKey,
    move: z.enum(trends),
    tone: z.enum(trendTones),
    latest: PeriodValue,
    previous: PeriodValue,
    /** Latest minus previous. */
    change: z.number(),
    lowest: PeriodValue,
    highest: PeriodValue,
    /** The number of compared values, and the first period. */
    count: z.int(),
    since: z.string(),
    /** Null: the latest value is within the range, or equals another extreme. */
    extreme: z.enum(['lowest', 'highest']).nullable(),
  }),
  z.object({
    basis: z.literal('stated'),
    series: SeriesKey,
    move: z.enum(trends),
    tone: z.enum(trendTones),
    period: z.string().nullable(),
  }),
  z.object({
    basis: z.literal('none'),
    why: z.enum(noVerdictReasons),
    /** The number of comparable values since the last break, and the number that a verdict needs. */
    count: z.int(),
    needed: z.int(),
    /** The last break, when it is the reason. */
    since: z.string().nullable(),
  }),
]);
export type TrendVerdict = z.output<typeof TrendVerdict>;
