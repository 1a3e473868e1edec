import * as z from 'zod';
import type { Tx } from '@vointi/db/client.ts';
import { helsinkiDay } from '@vointi/shared/text/helsinki.ts';
import type { Language } from '@vointi/shared/text/text.ts';
import type { Context } from '../../platform/context.ts';
import { mutate, system } from '../../platform/mutate.ts';
import { queryRows, sql } from '../../platform/sql.ts';
import { addressKeyBy } from './address-key.ts';
import { addressOf, mailAddressOf, readUnanswered, type Unanswered } from './read-missing.ts';
import { readUnsent, type Unsent } from './read-unsent.ts';
import { postponeNotices, returnNotices, takeNotices } from './take-notices.ts';
import { type Part, reminderLetter } from './texts.ts';
import { enqueueNotices } from './write-notice.ts';

export type ReminderMail = { to: string; subject: string; text: string; replyTo?: string };
/** `unknown`: a process ended while it sent the mail, so the server may or may not have taken it. */
export type Claim = { mail: ReminderMail } | 'nothing' | 'unknown';

type Addressee = { to: string; name: string | null; language: Language; municipalityIds: string[]; replyTo?: string };

export async function personOf(tx: Tx, userId: string): Promise<Addressee | undefined> {
  const user = await tx.user.findUnique({
    where: { id: userId, removedAt: null },
    select: {
      email: true,
      contactEmail: true,
      displayName: true,
      language: true,
      memberships: { where: { disabledAt: null }, select: { municipalityId: true } },
    },
  });
  const to = user && mailAddressOf(user);
  if (!user || !to) return undefined;
  const municipalityIds = user.memberships.map(({ municipalityId }) => municipalityId);
  return { to, name: user.displayName, language: user.language as Language, municipalityIds };
}

/** A contact has no account, so it answers to the coordinator by mail. */
async function contactOf(tx: Tx, departmentId: string): Promise<Addressee | undefined> {
  const department = await tx.department.findUnique({
    where: { id: departmentId },
    select: { contact: true, municipalityId: true },
  });
  const to = addressOf(department?.contact ?? null);
  if (!department || to === undefined) return undefined;
  const { municipalityId } = department;
  const coordinator = await tx.user.findFirst({
    where: { removedAt: null, memberships: { some: { municipalityId, role: 'coordinator', disabledAt: null } } },
    orderBy: { id: 'asc' },
    select: { email: true, contactEmail: true },
  });
  const replyTo = coordinator?.email ?? coordinator?.contactEmail;
  return { to, name: null, language: 'fi', municipalityIds: [municipalityId], ...(replyTo && { replyTo }) };
}

const addresseeOf = (tx: Tx, { recipient, userId }: { recipient: string; userId: string | null }) =>
  userId === null ? contactOf(tx, recipient.replace('contact:', '')) : personOf(tx, userId);

/** Everything that the reader of an address has to answer, through any account or as a contact. */
function partsFor({ to, name }: Addressee, unanswered: readonly Unanswered[], today: string, unsent: Unsent) {
  return unanswered.flatMap((one) => {
    const own = one.audience.filter(({ address }) => address === to);
    if (own.length === 0) return [];
    const open = {
      toAnswer: Math.max(...own.map(({ toAnswer }) => toAnswer)),
      toApprove: Math.max(...own.map(({ toApprove }) => toApprove)),
      // A person with an account can also be the contact of a department that has no reporter.
      standsIn: own.every(({ standsIn, userId }) => standsIn || (userId === null && name !== null)),
    };
    const lastDay = helsinkiDay(new Date(one.closesAt.getTime() - 1));
    const toSend = unsent(one);
    const part: Part = { ...one, ...open, toSend, lastDay, isLate: lastDay < today };
    return [{ one, part }];
  });
}

/** Reads the municipalities of the person's accounts, and those in which the address is a contact. */
async function readUnansweredOf(tx: Tx, reminderId: string, { municipalityIds }: Addressee): Promise<Unanswered[]> {
  const items = await tx.reminderItem.findMany({ where: { reminderId }, select: { municipalityId: true } });
  const all = new Set([...municipalityIds, ...items.map(({ municipalityId }) => municipalityId)]);
  return readUnanswered(tx, { municipalityIds: [...all] });
}

/** Claims the address for the day. @returns false when another reminder has claimed it */
async function claimAddress(tx: Tx, { id, key }: { id: string; key: string }): Promise<boolean> {
  const taken = await tx.$executeRaw`
    update "Reminder" r set "addressKey" = ${key} where id = ${id}::uuid
      and not exists (select from "Reminder" o where o.id <> r.id and o.day = r.day and o."addressKey" = ${key})`;
  return taken > 0;
}

const StoredReminder = z.strictObject({ recipient: z.string(), userId: z.uuid().nullable(), state: z.string() });

const claiming = { action: { unaudited: 'the state of a reminder is its own record' }, touches: 'nothing' } as const;

/**
 * Claims a reminder and writes its mail about everything that is open now; `nothing` when all has been answered. After
 * the claim the mail is never sent again, not even after a crash: a lost mail is better than the same mail twice.
 */
export const claimReminder = (context: Context, id: string): Promise<Claim> => {
  const at = context.now();
  return mutate(context, system(at), claiming, async (tx) => ({
    result: await claimIn(tx, context.settings, { id, at }),
  }));
};

async function claimIn(tx: Tx, settings: Context['settings'], { id, at }: { id: string; at: Date }): Promise<Claim> {
  const keyOf = addressKeyBy(settings);
  const [reminder] = await queryRows(
    tx,
    StoredReminder,
    sql`
      select recipient, "userId", state::text from "Reminder" where id = ${id}::uuid for update`,
  );
  const set = (state: 'sending' | 'skipped' | 'failed') => tx.reminder.update({ where: { id }, data: { state } });
  if (reminder?.state === 'sending') {
    await set('failed');
    if (reminder.userId !== null) await postponeNotices(tx, { userId: reminder.userId, mailId: id, at });
    return 'unknown';
  }
  if (reminder?.state !== 'queued') return 'nothing';
  const to = await addresseeOf(tx, reminder);
  const unsent = await readUnsent(tx, reminder.userId);
  const parts = to ? partsFor(to, await readUnansweredOf(tx, id, to), helsinkiDay(at), unsent) : [];
  if (!to || parts.length === 0 || !(await claimAddress(tx, { id, key: keyOf(to.to) }))) {
    await set('skipped');
    // What else there is to tell goes in a mail of its own.
    if (reminder.userId !== null) await enqueueNotices(tx, reminder.userId, at);
    return 'nothing';
  }
  await set('sending');
  await tx.reminderItem.createMany({
    data: parts.map(({ one: { municipalityId, roundId, departmentId }, part: { toAnswer, toApprove } }) => ({
      reminderId: id,
      municipalityId,
      roundId,
      departmentId,
      missing: toAnswer + toApprove,
    })),
    skipDuplicates: true,
  });
  const { to: address, replyTo, ...reader } = to;
  const notices = reminder.userId === null ? [] : await takeNotices(tx, { userId: reminder.userId, mailId: id, at });
  const baseUrl = settings.baseUrl();
  const letter = reminderLetter({ ...reader, baseUrl, parts: parts.map(({ part }) => part), notices });
  return { mail: { to: address, ...letter, ...(replyTo !== undefined && { replyTo }) } };
}

/** Stores the outcome of a claimed reminder. `queued`: the mail server did not get it, so it is retried. */
export async function settleReminder(
  context: Context,
  id: string,
  outcome: 'sent' | 'queued' | 'refused' | 'unknown',
): Promise<void> {
  const at = context.now();
  const state = outcome === 'refused' || outcome === 'unknown' ? 'failed' : outcome;
  await mutate(context, system(at), claiming, async (tx) => {
    await tx.reminder.updateMany({
      where: { id, state: 'sending' },
      data: { state, ...(state === 'sent' && { sentAt: at }) },
    });
    const { userId } = await tx.reminder.findUniqueOrThrow({ where: { id }, select: { userId: true } });
    if (outcome === 'queued') await returnNotices(tx, id);
    if (outcome === 'unknown' && userId !== null) await postponeNotices(tx, { userId, mailId: id, at });
    return { result: undefined };
  });
}
