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
import { maxNote } from '../report/limits.ts';
import { maxLongName } from '../text/limits.ts';

/** What one department said of the measure in one round; null progress: it has not answered. */
export const HistoryAnswer = z.object({
  department: slug,
  progress: z.enum(progresses).nullable(),
  note: textOf(maxNote).nullable(),
  confirmed: z.boolean(),
  reportedAt: z.iso.datetime().nullable(),
});

export const MeasureDetail = BoardMeasure.extend({
  plan: PlanHead,
  goal: z.object({ slug, shortName, name: textOf(maxLongName) }),
  officialText: longText.nullable(),
  termMeasure: TermMeasure.pick({ code: true, text: true, partiesText: true, status: true }).nullable(),
  assignments: z.array(BoardAssignment.extend({ department: DepartmentRef, evidence: textOf(maxNote).nullable() })),
  indicators: z.array(Indicator),
  indicatorSets: z.array(LongNameRef),
  /** Newest round first. */
  history: z.array(z.object({ round: RoundRef, status: z.enum(statuses), answers: z.array(HistoryAnswer) })),
});
export type MeasureDetail = z.output<typeof MeasureDetail>;

/** One version of what a department said of the measure in a round. */
export const MeasureRevision = z.object({
  round: RoundRef.pick({ slug: true, name: true }),
  department: DepartmentRef,
  version: z.int().min(1),
  at: z.iso
    .datetime()
    .nullable()
    .meta({ description: 'Null when it came from a document that does not tell the day.' }),
  before: z.enum(progresses).nullable().meta({ description: 'What the department had said last; null: nothing.' }),
  progress: z.enum(progresses).nullable(),
  note: textOf(maxNote).nullable(),
  evidence: textOf(maxNote).nullable(),
  confirmed: z.boolean(),
  isOnBehalf: z.boolean().meta({ description: 'Whether somebody else gave it for the department.' }),
  people: z
    .object({ author: z.string().nullable(), approver: z.string().nullable(), onBehalfOf: z.string().nullable() })
    .nullable()
    .meta({ description: 'By name, for those who have signed in in the municipality; null for everybody else.' }),
});
export type MeasureRevision = z.output<typeof MeasureRevision>;

/** The newest rounds that have begun, and what each measure was in each of them. */
export const MeasureHistory = z.object({
  /** Newest first, four at most. */
  rounds: z.array(RoundRef),
  /** Statuses in the order of the rounds, from what was answered in that round alone. */
  measures: z.array(z.object({ code: slug, statuses: z.array(z.enum(statuses)) })),
});
export type MeasureHistory = z.output<typeof MeasureHistory>;

export const measureParams = planParams.extend({ id: z.union([z.uuid(), slug]) });

export const measureApi = {
  get: route(getMeasure, {
    can: 'plan:read',
    tag: 'measure',
    summary: 'One measure',
    description:
      'The measure with its departments, their lights and notes, annual indicators with the values there are, the row of the council term it belongs to, and what was answered round by round. `id` is the measure’s code or its UUID.',
    params: measureParams,
    response: MeasureDetail,
  }),
  revisions: route(listRevisions, {
    can: 'plan:read',
    tag: 'measure',
    summary: 'Everything that was answered of one measure',
    description:
      'Newest first, 500 at most: when, which department, what changed and the note. Whoever has signed in in the municipality gets every version of every answer, with people’s names; everybody else the last version of each answer in each round, with departments only.',
    params: measureParams,
    response: z.object({
      isWhole: z.boolean().meta({ description: 'Whether every version is there, or the last of each round.' }),
      revisions: z.array(MeasureRevision),
    }),
  }),
  history: route(getMeasureHistory, {
    can: 'plan:read',
    as: 'screen',
    tag: 'measure',
    summary: 'The last four rounds of every measure',
    description:
      'The status of each measure in each of the four newest rounds that have begun, from what was answered in that round alone.',
    params: planParams,
    response: MeasureHistory,
  }),
};
