import type { Tx } from '@vointi/db/client.ts';
import { isReminderDay, reminderMoment } from '@vointi/shared/round/reminder-days.ts';
import { helsinkiDay } from '@vointi/shared/text/helsinki.ts';
import type { Context } from '../../platform/context.ts';
import { mutate, system } from '../../platform/mutate.ts';
import { uuid7 } from '../../platform/uuid7.ts';
import { addressKeyBy } from './address-key.ts';
import { noticeLetter } from './notice-texts.ts';
import { readUnanswered } from './read-missing.ts';
import { postponeNotices, returnNotices, takeNotices } from './take-notices.ts';
import { type Claim, personOf } from './write-claim.ts';
import { enqueueNotices } from './write-notice.ts';
import { remind } from './write-remind.ts';
import { daysOf } from './write-schedule.ts';

const hourMs = 3_600_000;
const claiming = { action: { unaudited: 'mails of notices are their own record' }, touches: 'nothing' } as const;

type Claiming = { userId: string; mailId: string; jobId: string; at: Date };

/**
 * Claims what a person is to be told by now and writes its mail. After the claim this mail is never sent again; what a
 * crash leaves undecided comes in the next digest.
 */
export async function claimNotices(
  context: Context,
  job: { userId: string; jobId: string },
): Promise<{ claim: Claim; mailId: string }> {
  const at = context.now();
  const mailId = uuid7();
  const lock = { user: job.userId };
  return mutate(context, system(at), { ...claiming, lock }, async (tx) => ({
    result: { mailId, claim: await claimIn(tx, context.settings, { ...job, mailId, at }) },
  }));
}

async function claimIn(tx: Tx, settings: Context['settings'], claim: Claiming): Promise<Claim> {
  const { userId, mailId, jobId, at } = claim;
  const left = await tx.noticeMail.findFirst({ where: { jobId, state: 'sending' }, select: { id: true } });
  if (left) {
    await tx.noticeMail.update({ where: { id: left.id }, data: { state: 'failed' } });
    await postponeNotices(tx, { userId, mailId: left.id, at });
    return 'unknown';
  }
  const due = await tx.notice.findMany({
    where: { userId, toldIn: null, tellAt: { lte: at } },
    select: { isUrgent: true },
  });
  if (due.length === 0) return 'nothing';
  const to = await personOf(tx, userId);
  const isDigest = due.some(({ isUrgent }) => !isUrgent);
  if (to && isDigest && (await hasReminder(tx, settings, { ...claim, municipalityIds: to.municipalityIds }))) {
    return 'nothing';
  }
  if (to && !isDigest && (await isPostponed(tx, claim))) return 'nothing';
  const lines = await takeNotices(tx, { userId, mailId, at });
  if (!to || lines.length === 0) return 'nothing';
  await tx.noticeMail.create({ data: { id: mailId, userId, jobId, state: 'sending', createdAt: at } });
  const { to: address, name, language } = to;
  return { mail: { to: address, ...noticeLetter({ name, language, baseUrl: settings.baseUrl(), notices: lines }) } };
}

/** At once, but at most once an hour: a mail that comes too soon waits until the hour is over. */
async function isPostponed(tx: Tx, { userId, at }: Claiming): Promise<boolean> {
  const last = await tx.noticeMail.findFirst({
    where: { userId, state: { in: ['sending', 'sent'] }, createdAt: { gt: new Date(at.getTime() - hourMs) } },
    orderBy: { createdAt: 'desc' },
    select: { createdAt: true },
  });
  if (last) await enqueueNotices(tx, userId, new Date(last.createdAt.getTime() + hourMs));
  return last !== null;
}

/**
 * Whether a reminder goes to the person with this digest: it takes the notices along, so that there is one mail. The
 * reminder is made here when the round's own job has not made it yet.
 */
async function hasReminder(
  tx: Tx,
  settings: Context['settings'],
  { userId, at, municipalityIds }: Claiming & { municipalityIds: string[] },
): Promise<boolean> {
  const today = helsinkiDay(at);
  const moment = reminderMoment(today);
  const unanswered = await readUnanswered(tx, { municipalityIds });
  const due = unanswered.flatMap((one) => {
    const days = daysOf(one);
    const audience = one.audience.filter((recipient) => recipient.userId === userId);
    const isDue = days && one.opensAt && one.opensAt <= moment && isReminderDay(days.opensOn, days.closesOn, today);
    return isDue && moment <= at && audience.length > 0 ? [{ ...one, audience }] : [];
  });
  if (due.length > 0) await remind(tx, at, due, { isManual: false, keyOf: addressKeyBy(settings) });
  const waiting = { recipient: `user:${userId}`, day: new Date(today), state: 'queued' } as const;
  return (await tx.reminder.count({ where: waiting })) > 0;
}

/** Stores the outcome of a claimed mail. `queued`: the mail server did not get it, so it is tried again. */
export async function settleNotices(
  context: Context,
  { userId, mailId }: { userId: string; mailId: string },
  outcome: 'sent' | 'queued' | 'refused' | 'unknown',
): Promise<void> {
  const at = context.now();
  await mutate(context, system(at), claiming, async (tx) => {
    const state = outcome === 'sent' ? 'sent' : 'failed';
    await tx.noticeMail.updateMany({
      where: { id: mailId, state: 'sending' },
      data: { state, ...(state === 'sent' && { sentAt: at }) },
    });
    if (outcome === 'queued') await returnNotices(tx, mailId);
    if (outcome === 'unknown') await postponeNotices(tx, { userId, mailId, at });
    return { result: undefined };
  });
}
