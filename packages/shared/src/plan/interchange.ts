import * as z from 'zod';
import { departmentKinds } from '../department/kind.ts';
import { findingStates, tones } from '../finding/tone.ts';
import {
  maxBreaks,
  maxDecimals,
  maxDefinition,
  maxIndicators,
  maxLicence,
  maxNumber,
  maxRegionName,
  maxSets,
  maxSource,
  maxSourceId,
  maxSourceUrl,
  maxTargets,
  maxTextValue,
  maxUnit,
  maxValueNote,
  maxValuesInFile,
} from '../indicator/limits.ts';
import { areas, directions, indicatorKinds, sexes, trends } from '../indicator/kind.ts';
import { ageGroups, progresses, recurrences } from '../measure/progress.ts';
import { roundStates } from '../round/state.ts';
import { longText, name, shortName, slug, textOf, title, year } from '../text/contract.ts';
import { maxNote, maxOnBehalfOf } from '../report/limits.ts';
import { storedOrigins } from '../report/origin.ts';
import { maxPeriodAssessed, maxSection } from '../round/limits.ts';
import { maxLongName, maxName } from '../text/limits.ts';
import { maxFindings, maxFindingText } from '../finding/limits.ts';
import { maxAliases, maxDepartments } from '../department/limits.ts';

/**
 * The file format of one plan with its council term. References are slugs or codes, never database ids, so that a person
 * can write a file. An absent key has no value; arrays keep their order, which is the order on the screen.
 */
export const interchangeVersion = 2;
/** Version 1 knew no origin of an answer, and no answer without a round. */
const readVersions = [1, interchangeVersion] as const;

const date = z.iso.date();
const instant = z.iso.datetime({ offset: true });
/** Year, school year or range of years, month, range of months: 2024, 2023-2024, 2022-12, 2022-01/2022-07. */
const knownPeriod = z
  .string()
  .regex(
    /^\d{4}(-(0[1-9]|1[0-2])(\/\d{4}-(0[1-9]|1[0-2]))?|-\d{4})?$/,
    'a year (2024), a month (2022-12), or a range of years (2023-2024) or months (2022-01/2022-07)',
  );
/** Null: the source does not give it. */
export const period = knownPeriod.nullable();
const number = z.number().min(-maxNumber).max(maxNumber);
const milestone = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])(-\d\d)?$/, 'a month (2023-09) or a date (2023-09-30)');
const sourceId = z.string().trim().min(1).max(maxSourceId);
const licence = z.string().trim().min(1).max(maxLicence);

const departmentFile = z.strictObject({
  slug,
  kind: z.enum(departmentKinds),
  name,
  shortName: shortName.optional(),
  /** Other spellings in the source. */
  aliases: z.array(z.string().trim().min(1).max(maxName)).max(maxAliases).default([]),
  successor: slug.optional(),
  validFrom: date.optional(),
  validTo: date.optional(),
});

/** The indicator's kind decides which key holds the value; `missing` states that the value is missing. */
const indicatorValueFile = z.strictObject({
  period,
  ageGroup: z.enum(ageGroups).optional(),
  sex: z.enum(sexes).optional(),
  area: z.enum(areas).default('municipality'),
  number: number.optional(),
  yesNo: z.boolean().optional(),
  milestone: milestone.optional(),
  trend: z.enum(trends).optional(),
  text: textOf(maxTextValue).optional(),
  missing: z.literal(true).optional(),
  note: textOf(maxValueNote).optional(),
  /** Of this value, when they differ from the indicator's. */
  source: textOf(maxSource).optional(),
  sourceId: sourceId.optional(),
  licence: licence.optional(),
  /** The source is uncertain; the note says about what. */
  isUncertain: z.boolean().default(false),
});

const indicatorFile = z.strictObject({
  slug,
  name: textOf(maxLongName),
  kind: z.enum(indicatorKinds),
  unit: textOf(maxUnit).optional(),
  decimals: z.int().min(0).max(maxDecimals).default(0),
  direction: z.enum(directions).default('neutral'),
  set: slug.optional(),
  definition: textOf(maxDefinition).optional(),
  source: textOf(maxSource).optional(),
  sourceId: sourceId.optional(),
  sourceUrl: z
    .string()
    .max(maxSourceUrl)
    .regex(/^https?:\/\/[^\s<>"]+$/, 'an address that begins with https://')
    .optional(),
  licence: licence.optional(),
  /** Counts people, so small numbers are hidden from the public. */
  countsPeople: z.boolean().default(false),
  /** The name of the area `region`. */
  regionName: textOf(maxRegionName).optional(),
  values: z.array(indicatorValueFile).max(maxValuesInFile).default([]),
  /** A number, or the month or day of a milestone. */
  targets: z
    .array(z.strictObject({ period: knownPeriod, number: number.optional(), milestone: milestone.optional() }))
    .max(maxTargets)
    .default([]),
  /** Periods from which values are not comparable with earlier ones. */
  breaks: z
    .array(z.strictObject({ period: knownPeriod, note: textOf(maxValueNote) }))
    .max(maxBreaks)
    .default([]),
});

const termMeasureFile = z.strictObject({
  code: slug,
  text: longText,
  /** The parties as the plan names them. They are not departments, because nobody answers for a term measure. */
  partiesText: textOf(500),
  /** Term indicators, by slug. */
  indicators: z.array(slug).max(30).default([]),
});

const goalFile = z.strictObject({
  slug,
  shortName,
  name: textOf(maxLongName),
  indicators: z.array(slug).max(100).default([]),
  termMeasures: z.array(termMeasureFile).max(200).default([]),
});

const roundFile = z.strictObject({
  slug,
  name,
  /** The period that the answers assess, as text: "2023", "tammi–kesäkuu 2024". */
  periodAssessed: textOf(maxPeriodAssessed),
  /** Absent only for a closed round whose source does not give its dates. */
  opensAt: instant.optional(),
  closesAt: instant.optional(),
  state: z.enum(roundStates),
  decision: z.strictObject({ date, section: z.string().trim().min(1).max(maxSection) }).optional(),
});

const reportFile = z.strictObject({
  /** Absent only where the file has no rounds: its lights are then those of the starting point. */
  round: slug.optional(),
  progress: z.enum(progresses),
  note: textOf(maxNote).optional(),
  evidence: textOf(maxNote).optional(),
  /** "Ei muutosta": a dated answer with the same progress as before. */
  confirmed: z.boolean().default(false),
  onBehalfOf: z.string().trim().min(1).max(maxOnBehalfOf).optional(),
  /** Whether a department gave it in the product, or it was read from a document. */
  origin: z.enum(storedOrigins).default('document'),
  /** Absent when the source does not give the day. */
  submittedAt: instant.optional(),
});

const measureFile = z.strictObject({
  code: slug,
  goal: slug,
  termMeasure: slug.optional(),
  ageGroup: z.enum(ageGroups).optional(),
  title,
  officialText: longText.optional(),
  isNew: z.boolean().default(false),
  recurrence: z.enum(recurrences).default('one_off'),
  /** Annual indicators, by slug. */
  indicators: z.array(slug).max(30).default([]),
  indicatorSets: z.array(slug).max(30).default([]),
  assignments: z
    .array(z.strictObject({ department: slug, reports: z.array(reportFile).max(100).default([]) }))
    .min(1)
    .max(60),
});

const measureOwn = measureFile.omit({
  code: true,
  goal: true,
  termMeasure: true,
  indicators: true,
  indicatorSets: true,
  assignments: true,
});
export type MeasureColumns = z.output<typeof measureOwn>;
/** The fields of a measure itself, by the names of its columns; import and export use this list. */
export const measureColumns = Object.keys(measureOwn.shape) as (keyof MeasureColumns)[];

const findingFile = z.strictObject({
  slug,
  tone: z.enum(tones),
  state: z.enum(findingStates).default('published'),
  text: textOf(maxFindingText),
  period: period.default(null),
  ageGroups: z.array(z.enum(ageGroups)).max(4).default([]),
  indicators: z.array(slug).max(30).default([]),
  measures: z.array(slug).max(100).default([]),
});

export const PlanFile = z.strictObject({
  format: z.literal('vointi-plan'),
  version: z.literal(readVersions),
  municipality: z.strictObject({
    slug,
    /** Statistics Finland's three-digit code; absent for a municipality that does not exist. */
    code: z
      .string()
      .regex(/^\d{3}$/)
      .optional(),
    name,
    isFictional: z.boolean().default(false),
  }),
  councilTerm: z.strictObject({ startYear: year, endYear: year }),
  plan: z.strictObject({
    year,
    status: z.enum(['draft', 'published']),
    focus: z.array(textOf(200)).max(10).default([]),
    /** The source document, for readers of the board. */
    source: textOf(maxSource).optional(),
  }),
  departments: z.array(departmentFile).max(maxDepartments),
  indicatorSets: z
    .array(z.strictObject({ slug, name: textOf(maxLongName) }))
    .max(maxSets)
    .default([]),
  indicators: z.array(indicatorFile).max(maxIndicators).default([]),
  goals: z.array(goalFile).min(1).max(50),
  rounds: z.array(roundFile).max(100).default([]),
  measures: z.array(measureFile).max(50_000),
  findings: z.array(findingFile).max(maxFindings).default([]),
});

/** A parsed plan, with its defaults filled in. */
export type PlanFile = z.output<typeof PlanFile>;
/** A plan as a file may write it, without defaults. */
export type PlanFileInput = z.input<typeof PlanFile>;
