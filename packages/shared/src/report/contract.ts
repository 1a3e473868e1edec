import * as z from 'zod';
import { route } from '../http/route.ts';
import { indicatorKinds, trends } from '../indicator/kind.ts';
import { progresses } from '../measure/progress.ts';
import { DepartmentRef, RoundRef } from '../plan/contract.ts';
import { answerState, StaffCounts } from '../round/contract.ts';
import { name, NameRef, shortName, slug, textOf, title } from '../text/contract.ts';
import { listReporting } from './endpoints.ts';
import { maxNote } from './limits.ts';
import { maxUnit } from '../indicator/limits.ts';
import { maxLongName } from '../text/limits.ts';

const progress = z.enum(progresses);
const answerText = textOf(maxNote).nullable();

/** A value of an annual indicator, by its kind; null: none yet. */
export const FigureValue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('number'), value: z.number() }),
  z.object({ kind: z.literal('yes_no'), value: z.boolean() }),
  /** A month or a day: 2024-03, 2024-03-15. */
  z.object({ kind: z.literal('milestone'), value: z.string() }),
  z.object({ kind: z.literal('trend'), value: z.enum(trends) }),
  z.object({ kind: z.literal('text'), value: z.string() }),
]);
export type FigureValue = z.output<typeof FigureValue>;

/** An annual indicator of the measure, with its value for the plan's year. */
export const ReportingFigure = z.object({
  indicator: slug,
  name: textOf(maxLongName),
  kind: z.enum(indicatorKinds),
  unit: textOf(maxUnit).nullable(),
  decimals: z.int(),
  value: FigureValue.nullable(),
  /** Version of the value; 0: there is none yet. */
  version: z.int().min(0),
});
export type ReportingFigure = z.output<typeof ReportingFigure>;

/** A department's answer for an assignment in the round. */
export const CurrentReport = z.object({
  version: z.int().min(1),
  progress,
  note: answerText,
  evidence: answerText,
  confirmed: z.boolean(),
  onBehalfOf: z.string().nullable(),
  reportedAt: z.iso.datetime().nullable(),
  /** The author's name, for staff only. */
  author: z.string().nullable(),
});
export type CurrentReport = z.output<typeof CurrentReport>;

/** An answer that somebody writes, as typed. */
export const Draft = z.object({
  id: z.uuid(),
  version: z.int().min(1),
  baseVersion: z.int().min(0),
  progress: progress.nullable(),
  note: z.string(),
  evidence: z.string(),
  /** Texts as typed, by the indicator's slug. */
  figures: z.record(slug, z.string()),
  /** For each figure, the version of the value that the sender saw; null: not sent yet. */
  figureVersions: z.record(slug, z.int().min(0)).nullable(),
  confirmed: z.boolean(),
  onBehalfOf: z.string(),
  updatedAt: z.iso.datetime(),
  /** When it was sent to the approver; null: not sent yet. */
  sentAt: z.iso.datetime().nullable(),
  /** When the approver returned it; null: not returned, or sent again since. */
  returnedAt: z.iso.datetime().nullable(),
});
export type Draft = z.output<typeof Draft>;

export const Comment = z.object({
  id: z.uuid(),
  text: z.string(),
  author: z.string(),
  isOwn: z.boolean(),
  createdAt: z.iso.datetime(),
});
export type Comment = z.output<typeof Comment>;

/** The newest moment at which an answer was sent that still waits for the department's approver; null: none waits. */
export const waitingSince = z.iso.datetime().nullable();

/** What somebody wrote, or sent to an approver, and what its round did not take before it closed. */
export const UnsentAnswer = z.object({
  round: name,
  progress: progress.nullable(),
  note: z.string(),
  evidence: z.string(),
  updatedAt: z.iso.datetime(),
  isAwaited: z.boolean().meta({ description: 'Whether it was sent, and no approver approved it.' }),
});
export type UnsentAnswer = z.output<typeof UnsentAnswer>;

/** One assignment that a department answers for. */
export const ReportingRow = z.object({
  assignmentId: z.uuid(),
  measure: z.object({ code: slug, title, goal: shortName, isNew: z.boolean() }),
  /** Other departments of the same measure. */
  others: z.array(DepartmentRef),
  /** The last answer before this round. */
  previous: z
    .object({ round: name, progress, note: answerText, evidence: answerText, reportedAt: z.iso.datetime().nullable() })
    .nullable(),
  report: CurrentReport.nullable(),
  state: answerState,
  waitingSince,
  draft: Draft.nullable().meta({ description: 'The caller’s own draft.' }),
  otherDrafts: z.array(Draft.extend({ author: z.string() })),
  unsent: z
    .array(UnsentAnswer)
    .meta({ description: 'The caller’s own words that earlier rounds did not take, newest first.' }),
  figures: z.array(ReportingFigure),
  comments: z.array(Comment),
});
export type ReportingRow = z.output<typeof ReportingRow>;

export const Lock = z.discriminatedUnion('isOpen', [
  z.object({ isOpen: z.literal(true), until: z.iso.datetime().nullable(), isReopened: z.boolean() }),
  z.object({ isOpen: z.literal(false), why: z.enum(['planned', 'closed']), since: z.iso.datetime().nullable() }),
]);

/**
 * A department's form in a round of a published plan. There is one for each round in which it may write: two plans may
 * have open rounds, and an older round may be open for it again. Without any, the newest plan's current round is shown.
 */
export const ReportingForm = z.object({
  municipality: NameRef,
  year: z.int(),
  round: RoundRef.extend({ id: z.uuid() }).nullable(),
  department: DepartmentRef,
  lock: Lock.nullable(),
  /** Whether sent answers wait for the department's approver. */
  approvalStep: z.boolean(),
  /** Whether the writer must name from whom the answer is: for partners, and for writers of other departments. */
  needsOnBehalfOf: z.boolean(),
  counts: StaffCounts,
  can: z.object({ report: z.boolean(), approve: z.boolean(), comment: z.boolean() }),
  rows: z.array(ReportingRow),
});
export type ReportingForm = z.output<typeof ReportingForm>;

export const Reporting = z.object({ desks: z.array(ReportingForm) });
export type Reporting = z.output<typeof Reporting>;

export const reportApi = {
  list: route(listReporting, {
    can: 'report:read',
    tag: 'report',
    summary: 'List the assignments to report on',
    description:
      'Returns a form for each department and each round in which it may answer, by last day, reopened rounds first; a department that may answer in none has the current round of the newest published plan. A form has the department’s assignments with the last answer, drafts, annual figures and comments. The departments are the caller’s, or all when the caller may read them.',
    query: z.strictObject({ department: z.exactOptional(slug), municipality: z.exactOptional(slug) }),
    response: Reporting,
  }),
};
