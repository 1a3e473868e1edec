import * as z from 'zod';
import { Done } from '../http/body-contract.ts';
import { route } from '../http/route.ts';
import { progresses } from '../measure/progress.ts';
import { answerState } from '../round/contract.ts';
import { slug, textOf } from '../text/contract.ts';
import { line, version, versionOrNone } from '../text/fields.ts';
import { trends } from '../indicator/kind.ts';
import { Comment, CurrentReport, Draft, ReportingFigure } from './contract.ts';
import {
  approveReport,
  confirmUnchanged,
  createComment,
  deleteDraft,
  recordVisit,
  saveDraft,
  submitReport,
} from './endpoints.ts';
import { maxComment, maxDraftFigure, maxDraftNote, maxFigures, maxNote, maxOnBehalfOf } from './limits.ts';
import { maxNumber, maxTextValue } from '../indicator/limits.ts';

const progress = z.enum(progresses);
/** Version of the answer that the writer saw; 0: the department has not answered in this round. */
const base = versionOrNone;

const one = z.object({ roundId: z.uuid(), assignmentId: z.uuid() });
const ofDepartment = z.object({ roundId: z.uuid(), department: slug });

const figure = { indicator: slug, version: base };
/** A figure given with the answer; `version`: of the value that it replaces, 0: none. */
export const FigureInput = z.discriminatedUnion('kind', [
  z.strictObject({
    ...figure,
    kind: z.literal('number'),
    value: z.number().min(-maxNumber).max(maxNumber),
  }),
  z.strictObject({ ...figure, kind: z.literal('yes_no'), value: z.boolean() }),
  z.strictObject({
    ...figure,
    kind: z.literal('milestone'),
    value: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/, 'a month or a day'),
  }),
  z.strictObject({ ...figure, kind: z.literal('trend'), value: z.enum(trends) }),
  z.strictObject({ ...figure, kind: z.literal('text'), value: z.string().trim().min(1).max(maxTextValue) }),
]);
export type FigureInput = z.output<typeof FigureInput>;

const onBehalfOf = line(maxOnBehalfOf).nullable();

export const ReportInput = z.discriminatedUnion('kind', [
  /** "Ei muutosta" (no change): repeats the last answer with a new date. */
  z.strictObject({ kind: z.literal('confirm'), version: base, onBehalfOf }),
  z.strictObject({
    kind: z.literal('answer'),
    version: base,
    progress,
    note: textOf(maxNote).nullable(),
    evidence: textOf(maxNote).nullable(),
    figures: z.array(FigureInput).max(maxFigures),
    onBehalfOf,
  }),
]);
export type ReportInput = z.output<typeof ReportInput>;

/** The row after a write, or after another person's write. */
export const ReportedRow = z.object({
  assignmentId: z.uuid(),
  state: answerState,
  report: CurrentReport.nullable(),
  /** With the approval step: the answer that waits for the approver. */
  draft: Draft.nullable(),
  figures: z.array(ReportingFigure.pick({ indicator: true, value: true, version: true })),
});
export type ReportedRow = z.output<typeof ReportedRow>;

const describe = { tag: 'report' };

export const reportWriteApi = {
  submit: route(submitReport, {
    ...describe,
    can: 'report:write',
    summary: 'Answer for an assignment',
    description:
      'A light with a note, evidence and annual figures, or the same as last time. Red and a fall need a note; green needs evidence or a figure when it was not green before. A stale version answers 409 with the row as it is now and writes nothing; the same answer again is one answer. A round that does not take answers answers 423.',
    params: one,
    body: ReportInput,
    response: ReportedRow,
  }),
  confirmRest: route(confirmUnchanged, {
    ...describe,
    can: 'report:write',
    summary: 'The rest as before',
    description:
      'Says again, dated, what was said last, for each assignment named. Those that somebody has answered since, that were never answered, or that need a reason are left and named.',
    params: ofDepartment,
    body: z.strictObject({
      assignments: z
        .array(z.strictObject({ assignmentId: z.uuid(), version: base }))
        .min(1)
        .max(500),
      onBehalfOf,
    }),
    response: z.object({
      rows: z.array(ReportedRow),
      skipped: z.array(
        z.object({
          assignmentId: z.uuid(),
          why: z.enum(['changed', 'never_answered', 'reason_needed']),
          current: ReportedRow,
        }),
      ),
    }),
  }),
  saveDraft: route(saveDraft, {
    ...describe,
    can: 'report:write',
    summary: 'Keep what is being written',
    description:
      'As typed, also when it could not be sent as it is. A draft is one’s own; one from another window that was kept since answers 409 with it.',
    params: one,
    body: z.strictObject({
      /** Version of the draft; 0: a new one. */
      version: base,
      baseVersion: base,
      progress: progress.nullable(),
      note: z.string().max(maxDraftNote),
      evidence: z.string().max(maxDraftNote),
      figures: z.record(slug, z.string().max(maxDraftFigure)),
      onBehalfOf: z.string().max(500),
    }),
    response: Draft,
  }),
  deleteDraft: route(deleteDraft, {
    ...describe,
    can: 'report:write',
    summary: 'Give up what is being written',
    description: 'One’s own draft; the answer as it stands is not touched. Without a draft the answer is the same.',
    params: one,
    response: Done,
  }),
  approve: route(approveReport, {
    ...describe,
    can: 'report:approve',
    summary: 'Confirm what was sent, or give it back',
    description:
      'Confirmed, it is the department’s answer, dated when it was sent. Given back with a word of why, it is its author’s to write on. What was written on, or whose answer or figures were changed since it was sent, answers 409 with the row as it is now.',
    params: one,
    body: z.discriminatedUnion('decision', [
      z.strictObject({ decision: z.literal('approve'), draftId: z.uuid(), version }),
      z.strictObject({
        decision: z.literal('return'),
        draftId: z.uuid(),
        version,
        comment: z.string().trim().min(1).max(maxComment),
      }),
    ]),
    response: ReportedRow,
  }),
  comment: route(createComment, {
    ...describe,
    can: 'report:comment',
    summary: 'Comment on an assignment',
    description: 'Between the department and whoever runs the plan; never public.',
    params: one,
    body: z.strictObject({ text: z.string().trim().min(1).max(maxComment) }),
    response: Comment,
  }),
  visit: route(recordVisit, {
    ...describe,
    can: 'report:write',
    summary: 'The form has been opened',
    description: 'So that the coordinator sees who has, and whom to call instead.',
    params: ofDepartment,
    response: Done,
  }),
};
