import * as z from 'zod';
import { ageGroups } from '../measure/progress.ts';
import { areas, noVerdictReasons, sexes, trends, trendTones } from './kind.ts';

/** Which of an indicator's series: everybody in the municipality where there is such a one. */
export const SeriesKey = z.object({
  area: z.enum(areas),
  ageGroup: z.enum(ageGroups).nullable(),
  sex: z.enum(sexes).nullable(),
});
export type SeriesKey = z.output<typeof SeriesKey>;

export const PeriodValue = z.object({ period: z.string(), value: z.number() });

/**
 * What a series says, with what it was judged by, so that the page can write the rule where it shows the verdict.
 * series: the latest against the one before and against all since the last break, three of them at least; a step of
 * less than a tenth of the range of the newest six, or one that the decimals do not show, is flat. stated: the source itself says the
 * direction (kind `trend`).
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
    /** How many values were looked at, and from which period on. */
    count: z.int(),
    since: z.string(),
    /** Beyond all others of the range; null: within it, or shared with another period. */
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
    /** How many comparable values there are since the last break, and how many it takes. */
    count: z.int(),
    needed: z.int(),
    /** The last break, where it is why. */
    since: z.string().nullable(),
  }),
]);
export type TrendVerdict = z.output<typeof TrendVerdict>;
