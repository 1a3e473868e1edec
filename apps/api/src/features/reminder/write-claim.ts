import type { Prisma } from '@vointi/db/client.ts';
import { helsinkiDay } from '@vointi/shared/text/helsinki.ts';
import type { Language } from '@vointi/shared/text/text.ts';
import type { Context } from '../../platform/context.ts';
import { addressOf, readUnanswered, type Unanswered } from './read-missing.ts';
import { type Part, reminderLetter } from './texts.ts';

type Tx = Prisma.TransactionClient;
export type ReminderMail = { to: string; subject: string; text: string; replyTo?: string };
/** unknown: it was being sent when a process ended, and nobody knows whether the server took it. */
export type Claim = { mail: ReminderMail } | 'nothing' | 'unknown';

type Addressee = { to: string; name: string | null; language: Language; municipalityIds: string[]; replyTo?: string };

async function personOf(tx: Tx, userId: string): Promise<Addressee | undefined> {
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
  const to = user?.email ?? user?.contactEmail;
  if (!user || !to) return undefined;
  const municipalityIds = user.memberships.map(({ municipalityId }) => municipalityId);
  return { to, name: user.displayName, language: user.language as Language, municipalityIds };
}

/** Whoever has no account answers to the coordinator, in the language of the plan. */
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

function partsFor(recipient: string, unanswered: readonly Unanswered[], today: string) {
  return unanswered.flatMap((one) => {
    const asked = one.audience.find((each) => each.recipient === recipient);
    if (!asked) return [];
    const lastDay = helsinkiDay(new Date(one.closesAt.getTime() - 1));
    const part: Part = { ...one, ...asked, lastDay, isLate: lastDay < today };
    return [{ one, part }];
  });
}

/**
 * Takes a reminder to be sent now and writes its mail, of everything that is missing at this moment; nothing when all
 * has been answered since. From here on nobody else sends it, and neither does this one again after a crash: better
 * a mail too few than the same one twice.
 */
export async function claimReminder({ db, settings, now }: Context, id: string): Promise<Claim> {
  const at = now();
  return db.$transaction(async (tx) => {
    const [reminder] = await tx.$queryRaw<{ recipient: string; userId: string | null; state: string }[]>`
      select recipient, "userId", state::text from "Reminder" where id = ${id}::uuid for update`;
    const set = (state: 'sending' | 'skipped' | 'failed') => tx.reminder.update({ where: { id }, data: { state } });
    if (reminder?.state === 'sending') {
      await set('failed');
      return 'unknown';
    }
    if (reminder?.state !== 'queued') return 'nothing';
    const to = await addresseeOf(tx, reminder);
    const unanswered = to ? await readUnanswered(tx, { municipalityIds: to.municipalityIds }) : [];
    const parts = partsFor(reminder.recipient, unanswered, helsinkiDay(at));
    if (!to || parts.length === 0) {
      await set('skipped');
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
    const letter = reminderLetter({ ...reader, baseUrl: settings.baseUrl(), parts: parts.map(({ part }) => part) });
    return { mail: { to: address, ...letter, ...(replyTo !== undefined && { replyTo }) } };
  });
}

/** What became of a reminder that was taken; queued: the mail server did not get it, and it is tried again. */
export async function settleReminder(
  { db, now }: Context,
  id: string,
  state: 'sent' | 'queued' | 'failed',
): Promise<void> {
  await db.reminder.updateMany({
    where: { id, state: 'sending' },
    data: { state, ...(state === 'sent' && { sentAt: now() }) },
  });
}
