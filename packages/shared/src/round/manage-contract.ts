import * as z from 'zod';
import { Done, Versioned } from '../http/body-contract.ts';
import { route } from '../http/route.ts';
import { DepartmentRef, MeasureRef } from '../plan/contract.ts';
import { name, slug, textOf, yearParam } from '../text/contract.ts';
import { day, line, version } from '../text/fields.ts';
import { AnswerCounts } from './contract.ts';
import { Decision, Frozen } from './frozen-contract.ts';
import { lintKinds } from './lint.ts';
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
  /** First and last day in Finland; null in a closed round whose source does not tell them. */
  opensOn: z.iso.date().nullable(),
  closesOn: z.iso.date().nullable(),
  closesAt: z.iso.datetime().nullable(),
  closedAt: z.iso.datetime().nullable(),
  decision: Decision.nullable(),
  frozen: Frozen.nullable(),
  counts: AnswerCounts,
  version,
  can: z.object({ edit: z.boolean(), open: z.boolean(), close: z.boolean(), reopen: z.boolean(), delete: z.boolean() }),
});
export type ManagedRound = z.output<typeof ManagedRound>;

export const Reopening = z.object({
  id: z.uuid(),
  department: DepartmentRef,
  reason: z.string(),
  /** Last day in Finland. */
  untilOn: z.iso.date(),
  author: z.string(),
  createdAt: z.iso.datetime(),
});
export type Reopening = z.output<typeof Reopening>;

export const Reminded = z.object({
  at: z.iso.datetime(),
  state: z.enum(['queued', 'sending', 'sent', 'skipped', 'failed']),
  isManual: z.boolean(),
  /** Whom, by name; null where it went to the department's contact. */
  to: z.string().nullable(),
  missing: z.int(),
});

export const RoundDepartment = z.object({
  department: DepartmentRef,
  counts: AnswerCounts,
  lastAnswerAt: z.iso.datetime().nullable(),
  /** People with an account who answer for it. */
  reporters: z.int(),
  /** Who has had its form open, the latest first. */
  visits: z.array(z.object({ name: z.string(), at: z.iso.datetime() })),
  drafts: z.int().meta({ description: 'Answers that somebody is writing.' }),
  awaitingApproval: z.int(),
  comments: z.int(),
  lastReminder: Reminded.nullable(),
  reopening: Reopening.nullable(),
});
export type RoundDepartment = z.output<typeof RoundDepartment>;

/** One thing worth a look before closing. */
export const Lint = z.object({
  kind: z.enum(lintKinds),
  measure: MeasureRef,
  /** Whose answer it is about; null where it is about the measure. */
  department: DepartmentRef.nullable(),
  /** The words that it was seen in: a date, a phrase, the name of an indicator. */
  words: z.string().nullable(),
});
export type Lint = z.output<typeof Lint>;

export const RoundOverview = z.object({
  round: ManagedRound,
  counts: AnswerCounts,
  departments: z.array(RoundDepartment),
  lint: z.array(Lint),
});
export type RoundOverview = z.output<typeof RoundOverview>;

const at = z.object({ slug });
const one = at.extend({ roundId: z.uuid() });
const describe = { tag: 'round' };

export const roundManageApi = {
  list: route(listManagedRounds, {
    ...describe,
    can: 'round:read',
    summary: 'All rounds of the municipality',
    description: 'Planned ones too, newest first, with the years whose published plan can get a round.',
    params: at,
    response: z.object({
      rounds: z.array(ManagedRound),
      years: z.array(z.int()),
      /** The plans of these years, with how many departments answer in a round of each. */
      plans: z.array(z.object({ year: z.int(), departments: z.int() })),
      canCreate: z.boolean(),
    }),
  }),
  create: route(createRound, {
    ...describe,
    can: 'round:manage',
    summary: 'Plan a round',
    description:
      'It opens by itself at the beginning of its first day in Finland, or when it is opened by hand. Answers after its last day are late.',
    params: at.extend({ year: yearParam }),
    body: z.strictObject({ name, periodAssessed, opensOn: day, closesOn: day }),
    response: ManagedRound,
  }),
  get: route(getRound, {
    ...describe,
    can: 'round:read',
    summary: 'A round, department by department',
    description:
      'Who has answered, who has opened the form, who was reminded, who is late; and what is worth a look before closing.',
    params: one,
    response: RoundOverview,
  }),
  update: route(updateRound, {
    ...describe,
    can: 'round:manage',
    summary: 'Change a round',
    description:
      'Name, period and days until it is closed; a later last day extends it, also for those who were late. The decision of the council is for a closed one.',
    params: one,
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
    ...describe,
    can: 'round:manage',
    summary: 'Delete a planned round',
    description: 'Only one that has not begun: what has been answered stays.',
    params: one,
    response: Done,
  }),
  open: route(openRound, {
    ...describe,
    can: 'round:manage',
    summary: 'Open a round',
    description: 'Departments can answer from now on. One round of a plan is open at a time.',
    params: one,
    body: Versioned,
    response: ManagedRound,
  }),
  close: route(closeRound, {
    ...describe,
    can: 'round:manage',
    summary: 'Close a round',
    description:
      'Freezes it: no more answers, and its rows are copied as they stand, each marked answered, confirmed, late or missing. The hash of the copy is in the answer.',
    params: one,
    body: Versioned,
    response: ManagedRound,
  }),
  reopen: route(reopenRound, {
    ...describe,
    can: 'round:manage',
    summary: 'Open a closed round again for one department',
    description:
      'Until the end of a day in Finland. What it answers is late. When it ends the round is frozen anew; the former copy stays.',
    params: one,
    body: z.strictObject({ department: slug, reason: line(maxReopeningReason), untilOn: day }),
    response: Reopening,
  }),
  closeReopening: route(closeReopening, {
    ...describe,
    can: 'round:manage',
    summary: 'End a reopening',
    description: 'The department can answer no more, and the round is frozen anew.',
    params: one.extend({ id: z.uuid() }),
    response: ManagedRound,
  }),
  remind: route(remindDepartments, {
    ...describe,
    can: 'round:manage',
    summary: 'Remind departments now',
    description:
      'A mail to whoever answers for them and has not; nobody gets more than one a day. Answers with how many were left to be sent and who got one today already.',
    params: one,
    body: z.strictObject({ departments: z.array(slug).min(1).max(maxDepartments) }),
    response: z.object({
      queued: z.int(),
      skipped: z.array(z.object({ department: slug, why: z.enum(['answered', 'reminded_today', 'nobody_to_remind']) })),
    }),
  }),
  listReminders: route(listReminders, {
    ...describe,
    can: 'round:read',
    summary: 'Reminders of a round',
    description: 'What was sent to whom and when, newest first, 200 at most; and the days of those to come.',
    params: one,
    response: z.object({
      reminders: z.array(Reminded.extend({ department: DepartmentRef })),
      upcoming: z.array(z.iso.date()),
    }),
  }),
};
