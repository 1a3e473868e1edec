import * as z from 'zod';
import { CanEdit } from '../http/common-contract.ts';
import { filterQuery } from '../filter/query.ts';
import { listOf } from '../http/list-of.ts';
import { catalogueFields } from './catalogue-fields.ts';
import { route } from '../http/route.ts';
import { ageGroups, statuses } from '../measure/progress.ts';
import { tones } from '../finding/tone.ts';
import { Ages, GoalRef, MeasureRef, PlanHead, planParams, RoundRef } from '../plan/contract.ts';
import { CouncilDecision } from '../round/snapshot-contract.ts';
import { LongNameRef, slug, textOf } from '../text/contract.ts';
import { languages } from '../text/text.ts';
import { Indicator, IndicatorHead, IndicatorTarget, IndicatorValue, SeriesBreak } from './contract.ts';
import { indicatorKinds } from './kind.ts';
import { SeriesKey, TrendVerdict } from './trend-contract.ts';
import { exportIndicatorCsv, exportIndicatorJsonStat, getIndicator, listIndicators } from './endpoints.ts';
import { maxSource } from './limits.ts';
import { maxFindingText } from '../finding/limits.ts';
import { maxLongText } from '../text/limits.ts';

/** Indicators on a page of the catalogue. */
export const cataloguePage = 60;

/** One indicator of the catalogue. */
export const IndicatorSummary = IndicatorHead.extend({
  /** The newest value of the headline series; null when the indicator has no value. */
  latest: IndicatorValue.nullable(),
  /** The headline series. Null without values. */
  series: SeriesKey.nullable(),
  /** Of that series, oldest first, with missing and hidden ones; only numbers have a value. */
  points: z.array(
    z.object({
      period: z.string().nullable(),
      value: z.number().nullable(),
      isHidden: z.boolean(),
      isUncertain: z.boolean(),
    }),
  ),
  /** Values of all series. */
  valueCount: z.int(),
  hasData: z.boolean().meta({ description: 'Whether it has a value other than “missing”.' }),
  targets: z.array(IndicatorTarget),
  breaks: z.array(SeriesBreak),
  trend: TrendVerdict,
  /** The municipality's values for everybody, of the plan's year and the four before, for the grid of all indicators. */
  ofYears: z.array(IndicatorValue).max(5),
  goals: z.array(GoalRef),
  /** Measures of the plan that are linked to the indicator or its set. */
  measures: z.array(MeasureRef),
  termMeasures: z.array(slug),
});
export type IndicatorSummary = z.output<typeof IndicatorSummary>;

const facet = <S extends z.ZodType>(value: S) => z.array(z.object({ value, count: z.int() }));

export const Catalogue = z.object({
  plan: PlanHead,
  /** Indicators of the municipality, and how many of them match the filters. */
  total: z.int(),
  matching: z.int(),
  page: z.int(),
  pages: z.int(),
  indicators: z.array(IndicatorSummary).max(cataloguePage),
  /** The count of each option with the other filters unchanged; includes options with 0. */
  facets: z.object({
    goal: facet(GoalRef),
    ageGroup: facet(z.enum(ageGroups)),
    /** By the Finnish name of the source, which is the value of the filter. */
    source: facet(textOf(maxSource)),
    set: facet(LongNameRef),
    kind: facet(z.enum(indicatorKinds)),
    hasData: z.object({ true: z.int(), false: z.int() }),
  }),
  /** Measures of the plan, and those without a figure of their own; a linked set does not count. */
  measures: z.object({
    total: z.int(),
    withoutFigure: z.int(),
    without: z.array(MeasureRef.extend({ goal: slug })).max(500),
  }),
  can: CanEdit,
});
export type Catalogue = z.output<typeof Catalogue>;

export const IndicatorDetail = Indicator.extend({
  plan: PlanHead,
  /** Series that have values, the headline first. */
  series: z.array(SeriesKey),
  goals: z.array(GoalRef),
  measures: z.array(
    MeasureRef.extend({
      status: z.enum(statuses),
      ages: Ages.nullable().meta({ description: 'Null when the plan has had no round.' }),
      goal: slug,
      via: z
        .enum(['indicator', 'set'])
        .meta({ description: 'Linked by the measure itself, or through an indicator set.' }),
    }),
  ),
  termMeasures: z.array(z.object({ code: slug, goal: slug, text: textOf(maxLongText) })),
  findings: z.array(z.object({ slug, tone: z.enum(tones), text: textOf(maxFindingText) })),
  /** Opened rounds of all published plans, marked on the time axis. */
  rounds: z.array(RoundRef.extend({ year: z.int(), decision: CouncilDecision.nullable() })),
  hidden: z.object({
    /** Values hidden from the reader; with `seesAll`, from the public only. */
    suppressed: z.int(),
    smallestShown: z.int(),
    seesAll: z.boolean(),
  }),
  can: CanEdit,
});
export type IndicatorDetail = z.output<typeof IndicatorDetail>;

const common = { can: 'plan:read', tag: 'indicator' } as const;
/** The indicator's slug or its UUID. */
const indicatorParams = planParams.extend({ id: z.union([z.uuid(), slug]) });

export const catalogueQuery = z.strictObject({
  ...filterQuery(catalogueFields),
  source: listOf(z.string().trim().min(1).max(maxSource)).meta({ description: catalogueFields.source.description }),
  page: z.exactOptional(
    z
      .string()
      .regex(/^[1-9]\d{0,3}$/, 'a number of a page')
      .transform(Number),
  ),
});
export type CatalogueQuery = z.output<typeof catalogueQuery>;

export const indicatorApi = {
  list: route(listIndicators, {
    ...common,
    summary: 'List indicators',
    description:
      'Returns the indicators of a plan, 60 a page, each with its latest value, the series of the whole municipality, its trend with the rule behind it, and its goals and measures. A repeated filter matches any of its values; different filters must all match. `ageGroup` matches the indicator’s values or its measures; `q` searches names, definitions and sources. Counts of fewer than five people are hidden from the public.',
    params: planParams,
    query: catalogueQuery,
    response: Catalogue,
  }),
  get: route(getIndicator, {
    ...common,
    summary: 'Get an indicator',
    description:
      'Returns every value by period, age group, sex and area, with note, source and licence; targets; breaks in the series; rounds; and the indicator’s measures, goals and findings. `id` is its slug or UUID.',
    params: indicatorParams,
    response: IndicatorDetail,
  }),
  exportCsv: route(exportIndicatorCsv, {
    ...common,
    summary: 'Export an indicator as CSV',
    description:
      'Returns the values as on the indicator’s page: UTF-8 with a byte order mark, semicolons, decimal comma, one row for each value with its source, licence and note. A column marks missing and hidden values. The file can be imported again.',
    params: indicatorParams,
    query: z.strictObject({ lang: z.exactOptional(z.enum(languages)) }),
    response: z.string(),
    produces: 'text/csv',
  }),
  exportJsonStat: route(exportIndicatorJsonStat, {
    ...common,
    summary: 'Export an indicator as JSON-stat 2',
    description:
      'The dimensions are period, age group, sex and area. Missing values are null with the status `.`, hidden values null with `...`. Only for indicators whose values are numbers; others give 404.',
    params: indicatorParams,
    query: z.strictObject({ lang: z.exactOptional(z.enum(languages)) }),
    response: z.unknown(),
  }),
};
