import * as z from 'zod';
import { Done, municipalityParams, Versioned } from '../http/common-contract.ts';
import { route } from '../http/route.ts';
import { DepartmentRef, MeasureRef } from '../plan/contract.ts';
import { name, slug, textOf, yearParam } from '../text/contract.ts';
import { day, line, version } from '../text/fields.ts';
import { AnswerCounts, StaffCounts } from './contract.ts';
import { CouncilDecision, SnapshotRef } from './snapshot-contract.ts';
import { closingCheckKinds } from './closing-check-kind.ts';
import { roundStates } from './state.ts';
import {
  closeReopening,
  closeRound,
  createRound,
  deleteRound,
  getRound,
  listManagedRounds,
  listReminders,
  openRound,
  remindDepartments,
  reopenRound,
  updateRound,
} from './endpoints.ts';
import { maxPeriodAssessed, maxReopeningReason, maxSection } from './limits.ts';
import { maxDepartments } from '../department/limits.ts';

const periodAssessed = textOf(maxPeriodAssessed);
const section = line(maxSection);

export const ManagedRound = z.object({
  id: z.uuid(),
  slug,
  year: z.int(),
  name,
  periodAssessed,
  state: z.enum(roundStates),
  /** First and last day in Finland. Null in a closed round whose source does not give them. */
  opensOn: z.iso.date().nullable(),
  closesOn: z.iso.date().nullable(),
  closesAt: z.iso.datetime().nullable(),
  closedAt: z.iso.datetime().nullable(),
  decision: CouncilDecision.nullable(),
  frozen: SnapshotRef.nullable(),
  counts: AnswerCounts,
  version,
  can: z.object({ edit: z.boolean(), open: z.boolean(), close: z.boolean(), reopen: z.boolean(), delete: z.boolean() }),
});
export type ManagedRound = z.output<typeof ManagedRound>;

export const Reopening = z.object({
  id: z.uuid(),
  department: DepartmentRef,
  reason: z.string(),
  /** The last day, in Finland. */
  untilOn: z.iso.date(),
  author: z.string(),
  createdAt: z.iso.datetime(),
});
export type Reopening = z.output<typeof Reopening>;

export const ReminderEntry = z.object({
  at: z.iso.datetime(),
  state: z.enum(['queued', 'sending', 'sent', 'skipped', 'failed']),
  isManual: z.boolean(),
  /** The recipient's name. Null when the mail went to the department's contact. */
  to: z.string().nullable(),
  missing: z.int(),
});

export const RoundDepartment = z.object({
  department: DepartmentRef,
  counts: StaffCounts,
  lastAnswerAt: z.iso.datetime().nullable(),
  /** Number of people with an account who report for the department. */
  reporters: z.int(),
  /** Who has opened the reporting form, latest first. */
  visits: z.array(z.object({ name: z.string(), at: z.iso.datetime() })),
  drafts: z.int().meta({ description: 'Answers that somebody is writing now.' }),
  awaitingApproval: z.int().meta({ description: 'Answers that wait for approval, also changes of given answers.' }),
  comments: z.int(),
  lastReminder: ReminderEntry.nullable(),
  reopening: Reopening.nullable(),
});
export type RoundDepartment = z.output<typeof RoundDepartment>;

/** One thing that the coordinator should look at before closing. */
export const ClosingCheck = z.object({
  kind: z.enum(closingCheckKinds),
  measure: MeasureRef,
  /** The department whose answer it concerns. Null when it concerns the measure. */
  department: DepartmentRef.nullable(),
  /** The text that caused it: a date, a phrase or an indicator's name. */
  words: z.string().nullable(),
});
export type ClosingCheck = z.output<typeof ClosingCheck>;

export const RoundOverview = z.object({
  round: ManagedRound,
  counts: StaffCounts,
  departments: z.array(RoundDepartment),
  lint: z.array(ClosingCheck),
  /** Whether the rows of the newest snapshot have the hash that was stored with them. Null without a snapshot. */
  isIntact: z.boolean().nullable(),
});
export type RoundOverview = z.output<typeof RoundOverview>;

const roundParams = municipalityParams.extend({ roundId: z.uuid() });
const common = { tag: 'round' };

export const roundManageApi = {
  list: route(listManagedRounds, {
    ...common,
    can: 'round:read',
    summary: 'List all rounds of the municipality',
    description: 'Includes planned rounds, newest first, and the years whose published plan can have a round.',
    params: municipalityParams,
    response: z.object({
      rounds: z.array(ManagedRound),
      years: z.array(z.int()),
      /** The plans of these years, with how many departments answer in a round of each. */
      plans: z.array(z.object({ year: z.int(), departments: z.int() })),
      canCreate: z.boolean(),
    }),
  }),
  create: route(createRound, {
    ...common,
    can: 'round:manage',
    summary: 'Plan a round',
    description:
      'The round opens at the beginning of its first day in Finland, or earlier when somebody opens it. Answers after its last day are late.',
    params: municipalityParams.extend({ year: yearParam }),
    body: z.strictObject({ name, periodAssessed, opensOn: day, closesOn: day }),
    response: ManagedRound,
  }),
  get: route(getRound, {
    ...common,
    can: 'round:read',
    summary: 'Get a round by department',
    description:
      'Shows for each department whether it has answered, opened the form, received a reminder or is late, and lists what to check before closing.',
    params: roundParams,
    response: RoundOverview,
  }),
  update: route(updateRound, {
    ...common,
    can: 'round:manage',
    summary: 'Change a round',
    description:
      'Name, period and days can change until the round is closed. A later last day extends the round, and answers that were late until then are no longer late. The council’s decision can be set on a closed round only.',
    params: roundParams,
    body: z.strictObject({
      version,
      name: z.exactOptional(name),
      periodAssessed: z.exactOptional(periodAssessed),
      opensOn: z.exactOptional(day),
      closesOn: z.exactOptional(day),
      decision: z.exactOptional(z.strictObject({ date: day, section }).nullable()),
    }),
    response: ManagedRound,
  }),
  delete: route(deleteRound, {
    ...common,
    can: 'round:manage',
    summary: 'Delete a planned round',
    description: 'Only a round that has not begun can be deleted.',
    params: roundParams,
    response: Done,
  }),
  open: route(openRound, {
    ...common,
    can: 'round:manage',
    summary: 'Open a round',
    description: 'Departments can answer from now on. A plan has at most one open round.',
    params: roundParams,
    body: Versioned,
    response: ManagedRound,
  }),
  close: route(closeRound, {
    ...common,
    can: 'round:manage',
    summary: 'Close a round',
    description:
      'Ends answering and stores a snapshot of the round’s rows, each marked answered, confirmed, late or missing. The response includes the hash of the snapshot.',
    params: roundParams,
    body: Versioned,
    response: ManagedRound,
  }),
  reopen: route(reopenRound, {
    ...common,
    can: 'round:manage',
    summary: 'Reopen a closed round for one department',
    description:
      'The department can answer until the end of the given day in Finland; its answers are late. When the reopening ends, a new snapshot is stored and the former one stays.',
    params: roundParams,
    body: z.strictObject({ department: slug, reason: line(maxReopeningReason), untilOn: day }),
    response: Reopening,
  }),
  closeReopening: route(closeReopening, {
    ...common,
    can: 'round:manage',
    summary: 'End a reopening',
    description: 'The department can no longer answer, and a new snapshot is stored.',
    params: roundParams.extend({ id: z.uuid() }),
    response: ManagedRound,
  }),
  remind: route(remindDepartments, {
    ...common,
    can: 'round:manage',
    summary: 'Remind departments now',
    description:
      'Sends a mail to the people who report for each department without an answer; nobody gets more than one a day. Returns the number of mails queued and the departments that were skipped, with the reason.',
    params: roundParams,
    body: z.strictObject({ departments: z.array(slug).min(1).max(maxDepartments) }),
    response: z.object({
      queued: z.int(),
      skipped: z.array(z.object({ department: slug, why: z.enum(['answered', 'reminded_today', 'nobody_to_remind']) })),
    }),
  }),
  listReminders: route(listReminders, {
    ...common,
    can: 'round:read',
    summary: 'List the reminders of a round',
    description: 'The latest 200 reminders with recipient and time, newest first, and the days of the next ones.',
    params: roundParams,
    response: z.object({
      reminders: z.array(ReminderEntry.extend({ department: DepartmentRef })),
      upcoming: z.array(z.iso.date()),
    }),
  }),
};
