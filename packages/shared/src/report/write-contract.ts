import * as z from 'zod';
import { Done } from '../http/common-contract.ts';
import { route } from '../http/route.ts';
import { progresses } from '../measure/progress.ts';
import { answerState } from '../round/contract.ts';
import { slug, textOf } from '../text/contract.ts';
import { line, version, versionOrNone } from '../text/fields.ts';
import { trends } from '../indicator/kind.ts';
import { Comment, CurrentReport, Draft, ReportingFigure, waitingSince } from './contract.ts';
import { notApprovedReasons } from './approval-staleness.ts';
import {
  approveDepartment,
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

const assignmentParams = z.object({ roundId: z.uuid(), assignmentId: z.uuid() });
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
  waitingSince,
  report: CurrentReport.nullable(),
  /** With the approval step: the answer that waits for the approver. */
  draft: Draft.nullable(),
  figures: z.array(ReportingFigure.pick({ indicator: true, value: true, version: true })),
});
export type ReportedRow = z.output<typeof ReportedRow>;

const common = { tag: 'report' };

export const reportWriteApi = {
  submit: route(submitReport, {
    ...common,
    can: 'report:write',
    summary: 'Submit an answer',
    description:
      'The body is a light with note, evidence and annual figures, or a confirmation of the last answer. Red, and a worse light than before, need a note. Green needs evidence or a figure when the light was not green before. A stale version gives 409 with the current row and writes nothing. Sending the same answer twice writes it once. A round that does not accept answers gives 423.',
    params: assignmentParams,
    body: ReportInput,
    response: ReportedRow,
  }),
  confirmRest: route(confirmUnchanged, {
    ...common,
    can: 'report:write',
    summary: 'Confirm the rest as unchanged',
    description:
      'Repeats the last answer, with a new date, for each listed assignment. Assignments that somebody has answered since, that have no answer, that need a reason, or on which an answer waits for approval are skipped and listed in the response.',
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
          why: z.enum(['awaiting', 'changed', 'never_answered', 'reason_needed']),
          current: ReportedRow,
        }),
      ),
    }),
  }),
  saveDraft: route(saveDraft, {
    ...common,
    can: 'report:write',
    summary: 'Save a draft',
    description:
      'Stores the text as typed, even when it could not be submitted. A draft belongs to its author. When another window has saved a newer draft, gives 409 with it.',
    params: assignmentParams,
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
    ...common,
    can: 'report:write',
    summary: 'Delete a draft',
    description:
      'Deletes the caller’s own draft. The submitted answer does not change. Without a draft the response is the same.',
    params: assignmentParams,
    response: Done,
  }),
  approve: route(approveReport, {
    ...common,
    can: 'report:approve',
    summary: 'Approve or return an answer',
    description:
      'An approved answer becomes the department’s answer, dated when it was sent. An answer that is returned, with a comment, goes back to its author. When the draft, the current answer or its figures have changed since it was sent, or a newer answer to the same assignment waits, an approval gives 409 with the current row.',
    params: assignmentParams,
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
  approveAll: route(approveDepartment, {
    ...common,
    can: 'report:approve',
    summary: 'Approve all waiting answers of a department',
    description:
      'Approves the listed answers in one transaction, as one by one. An answer that cannot be approved keeps waiting and is listed with the reason: `gone`: it was approved, returned or changed since; `newer_waits`: a newer answer to the same assignment waits; `overtaken`: the current answer or a figure has changed since it was sent.',
    params: ofDepartment,
    body: z.strictObject({
      drafts: z
        .array(z.strictObject({ assignmentId: z.uuid(), draftId: z.uuid(), version }))
        .min(1)
        .max(500),
    }),
    response: z.object({
      rows: z.array(ReportedRow),
      skipped: z.array(
        z.object({ assignmentId: z.uuid(), draftId: z.uuid(), why: z.enum(notApprovedReasons), current: ReportedRow }),
      ),
    }),
  }),
  comment: route(createComment, {
    ...common,
    can: 'report:comment',
    summary: 'Comment on an assignment',
    description: 'A comment between the department and the coordinators of the plan; never public.',
    params: assignmentParams,
    body: z.strictObject({ text: z.string().trim().min(1).max(maxComment) }),
    response: Comment,
  }),
  visit: route(recordVisit, {
    ...common,
    can: 'report:write',
    summary: 'Record that the form was opened',
    description: 'Coordinators see who has opened the form.',
    params: ofDepartment,
    response: Done,
  }),
};
