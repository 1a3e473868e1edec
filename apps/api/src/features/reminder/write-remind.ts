import * as z from 'zod';
import type { Prisma } from '@vointi/db/client.ts';
import { helsinkiDay } from '@vointi/shared/text/helsinki.ts';
import type { Context } from '../../platform/context.ts';
import type { Task } from '../../platform/jobs.ts';
import { uuid7 } from '../../platform/uuid7.ts';
import { canSendMail, enqueueMail } from '../mail/public.ts';
import { readUnanswered, type Unanswered } from './read-missing.ts';
import { scheduleReminders } from './write-schedule.ts';

type Tx = Prisma.TransactionClient;

/** How many mails were left to be sent, and which recipients have had theirs today already. */
export type Reminded = { queued: number; hadToday: Set<string> };

/**
 * Leaves a mail for everybody who is to be reminded of these, at most one a person a day: whoever has one waiting gets
 * everything in it, whoever has got one gets no other. Recipients are taken in one order, so that two who do this at
 * once wait for each other instead of for good.
 */
export async function remind(
  tx: Tx,
  at: Date,
  unanswered: readonly Unanswered[],
  { isManual }: { isManual: boolean },
): Promise<Reminded> {
  const asked = unanswered.flatMap(({ audience }) => audience);
  const byRecipient = new Map(asked.map(({ recipient, userId }) => [recipient, userId]));
  const recipients = [...byRecipient.keys()].toSorted();
  const day = helsinkiDay(at);
  const made = await tx.$queryRaw<{ id: string }[]>`
    insert into "Reminder" (id, recipient, "userId", day, "createdAt")
    select *, ${day}::date, ${at}::timestamptz from unnest(
      ${recipients.map(() => uuid7())}::uuid[], ${recipients}::text[],
      ${recipients.map((recipient) => byRecipient.get(recipient) ?? null)}::uuid[])
    on conflict (recipient, day) do nothing
    returning id`;
  // One that had nothing left to say was no mail.
  const again = await tx.$queryRaw<{ id: string }[]>`
    update "Reminder" set state = 'queued' where recipient = any(${recipients}::text[]) and day = ${day}::date
      and state = 'skipped' returning id`;
  const todays = await tx.reminder.findMany({
    where: { recipient: { in: recipients }, day: new Date(day) },
    select: { id: true, recipient: true, state: true },
  });
  const waiting = new Map(todays.filter(({ state }) => state === 'queued').map(({ id, recipient }) => [recipient, id]));
  await tx.reminderItem.createMany({
    data: unanswered.flatMap(({ audience, municipalityId, roundId, departmentId }) =>
      audience.flatMap(({ recipient, toAnswer, toApprove }) => {
        const reminderId = waiting.get(recipient);
        const missing = toAnswer + toApprove;
        return reminderId ? [{ reminderId, municipalityId, roundId, departmentId, missing, isManual }] : [];
      }),
    ),
    skipDuplicates: true,
  });
  const mails = [...made, ...again];
  for (const { id } of mails) await enqueueMail(tx, { kind: 'reminder', reminderId: id });
  return { queued: mails.length, hadToday: new Set(recipients.filter((recipient) => !waiting.has(recipient))) };
}

const RemindJob = z.object({ roundId: z.uuid() });

/** The job of a day of reminders: leaves the mails, and the job of the next day. */
export function remindRoundTask({ db, now, settings }: Context): Task {
  return async (payload) => {
    const { roundId } = RemindJob.parse(payload);
    const at = now();
    await db.$transaction(async (tx) => {
      // Closing waits for this, or this for closing: what is closed is not reminded of.
      const [round] = await tx.$queryRaw<{ id: string; state: string; opensAt: Date | null; closesAt: Date | null }[]>`
        select id, state::text, "opensAt", "closesAt" from "Round" where id = ${roundId}::uuid for share`;
      if (!round || round.state === 'closed') return;
      if (round.state === 'open' && canSendMail(settings)) {
        await remind(tx, at, await readUnanswered(tx, { roundId }), { isManual: false });
      }
      await scheduleReminders(tx, at, round);
    });
  };
}
