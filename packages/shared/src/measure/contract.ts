import * as z from 'zod';
import { route } from '../http/route.ts';
import { Indicator } from '../indicator/contract.ts';
import {
  BoardAssignment,
  BoardMeasure,
  DepartmentRef,
  PlanHead,
  planParams,
  RoundRef,
  TermMeasure,
} from '../plan/contract.ts';
import { progresses, statuses } from '../measure/progress.ts';
import { LongNameRef, longText, shortName, slug, textOf } from '../text/contract.ts';
import { getMeasure, getMeasureHistory, listRevisions } from './endpoints.ts';
import { origins } from '../report/origin.ts';
import { maxNote } from '../report/limits.ts';
import { maxLongName } from '../text/limits.ts';

/** A department's answer for the measure in one round. Progress is null when it has not answered. */
export const HistoryAnswer = z.object({
  department: slug,
  progress: z.enum(progresses).nullable(),
  note: textOf(maxNote).nullable(),
  confirmed: z.boolean(),
  reportedAt: z.iso.datetime().nullable(),
  origin: z.enum(origins).nullable().meta({ description: 'Null when the department has not answered.' }),
  isAfterwards: z.boolean().meta({ description: 'Whether it was given when a later round had opened already.' }),
});

export const MeasureDetail = BoardMeasure.extend({
  plan: PlanHead,
  goal: z.object({ slug, shortName, name: textOf(maxLongName) }),
  officialText: longText.nullable(),
  termMeasure: TermMeasure.pick({ code: true, text: true, partiesText: true, status: true, ages: true }).nullable(),
  assignments: z.array(BoardAssignment.extend({ department: DepartmentRef, evidence: textOf(maxNote).nullable() })),
  indicators: z.array(Indicator),
  indicatorSets: z.array(LongNameRef),
  /** Newest round first. */
  history: z.array(z.object({ round: RoundRef, status: z.enum(statuses), answers: z.array(HistoryAnswer) })),
});
export type MeasureDetail = z.output<typeof MeasureDetail>;

/** One version of a department's answer for the measure in a round. */
export const MeasureRevision = z.object({
  round: RoundRef.pick({ slug: true, name: true }),
  department: DepartmentRef,
  version: z.int().min(1),
  at: z.iso.datetime().nullable().meta({ description: 'Null when the source document does not give the day.' }),
  before: z
    .enum(progresses)
    .nullable()
    .meta({ description: 'The department’s answer before this one. Null: it had not answered.' }),
  progress: z.enum(progresses).nullable(),
  note: textOf(maxNote).nullable(),
  evidence: textOf(maxNote).nullable(),
  confirmed: z.boolean(),
  isOnBehalf: z.boolean().meta({ description: 'Whether somebody else answered on behalf of the department.' }),
  people: z
    .object({ author: z.string().nullable(), approver: z.string().nullable(), onBehalfOf: z.string().nullable() })
    .nullable()
    .meta({ description: 'Names, for signed-in users of the municipality. Null for everybody else.' }),
});
export type MeasureRevision = z.output<typeof MeasureRevision>;

/** The newest rounds that have begun, and the status of each measure in each of them. */
export const MeasureHistory = z.object({
  /** Newest first, four at most. */
  rounds: z.array(RoundRef),
  /** Statuses in the order of the rounds, each from the answers of that round only. */
  measures: z.array(z.object({ code: slug, statuses: z.array(z.enum(statuses)) })),
});
export type MeasureHistory = z.output<typeof MeasureHistory>;

export const measureParams = planParams.extend({ id: z.union([z.uuid(), slug]) });

export const measureApi = {
  get: route(getMeasure, {
    can: 'plan:read',
    tag: 'measure',
    summary: 'Get a measure',
    description:
      'Returns the measure with its departments, their lights and notes, its annual indicators and their values, its row in the council term’s plan, and the answers of each round. `id` is the measure’s code or UUID.',
    params: measureParams,
    response: MeasureDetail,
  }),
  revisions: route(listRevisions, {
    can: 'plan:read',
    tag: 'measure',
    summary: 'List all answers for a measure',
    description:
      'Returns up to 500 answers, newest first, each with its time, department, change and note. Signed-in users of the municipality get every version of every answer, with names of people. Everybody else gets the last version of each answer in each round, with departments only.',
    params: measureParams,
    response: z.object({
      isWhole: z.boolean().meta({ description: 'True: every version. False: only the last version of each round.' }),
      revisions: z.array(MeasureRevision),
    }),
  }),
  history: route(getMeasureHistory, {
    can: 'plan:read',
    as: 'screen',
    tag: 'measure',
    summary: 'Get the last four rounds of every measure',
    description:
      'Returns the status of each measure in each of the four newest rounds that have begun. Each status is computed only from the answers of that round.',
    params: planParams,
    response: MeasureHistory,
  }),
};
