import * as z from 'zod';
import type { Tx } from '@vointi/db/client.ts';
import { helsinkiDay } from '@vointi/shared/text/helsinki.ts';
import type { Context } from '../../platform/context.ts';
import type { Task } from '../../platform/jobs.ts';
import { mutate, system } from '../../platform/mutate.ts';
import { queryRows, sql } from '../../platform/sql.ts';
import { uuid7 } from '../../platform/uuid7.ts';
import { canSendMail, enqueueMail } from '../mail/public.ts';
import { addressKeyBy, type KeyOf } from './address-key.ts';
import { type AddressedRecipient, readUnanswered, type Unanswered } from './read-missing.ts';
import { scheduleReminders } from './write-schedule.ts';

const Id = z.strictObject({ id: z.uuid() });

/** The number of queued mails, and the recipients who already had their mail today. */
export type Reminded = { queued: number; hadToday: Set<string> };

/** One mail for each address, sorted, to the person when a person and a contact share an address. */
function mailsOf(recipients: readonly AddressedRecipient[], keyOf: KeyOf) {
  const byKey = Map.groupBy(recipients, ({ address }) => keyOf(address));
  return [...byKey]
    .map(([key, all]) => {
      const [first] = all.toSorted((a, b) => (a.recipient < b.recipient ? 1 : -1));
      return { key, recipient: first?.recipient ?? '', userId: first?.userId ?? null };
    })
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

/**
 * Queues reminders, at most one per address and day: a waiting reminder takes everything in, and an address that had its
 * mail gets no other. Rows are locked in one order, so that two callers cannot deadlock.
 */
export async function remind(
  tx: Tx,
  at: Date,
  unanswered: readonly Unanswered[],
  { isManual, keyOf }: { isManual: boolean; keyOf: KeyOf },
): Promise<Reminded> {
  const addressed = unanswered.flatMap(({ audience }) => audience);
  const mails = mailsOf(addressed, keyOf);
  const keys = mails.map(({ key }) => key);
  const recipients = [...new Set(addressed.map(({ recipient }) => recipient))];
  const day = helsinkiDay(at);
  const created = await queryRows(
    tx,
    Id,
    sql`
    insert into "Reminder" (id, recipient, "userId", "addressKey", day, "createdAt")
    select *, ${day}::date, ${at}::timestamptz from unnest(
      ${mails.map(() => uuid7())}::uuid[], ${mails.map(({ recipient }) => recipient)}::text[],
      ${mails.map(({ userId }) => userId)}::uuid[], ${keys}::text[])
    on conflict do nothing
    returning id`,
  );
  // A skipped reminder sent no mail, so it may be queued again.
  const again = await queryRows(
    tx,
    Id,
    sql`
    update "Reminder" set state = 'queued' where day = ${day}::date and state = 'skipped'
      and ("addressKey" = any(${keys}::text[]) or "addressKey" is null and recipient = any(${recipients}::text[]))
    returning id`,
  );
  const todays = await tx.reminder.findMany({
    where: {
      day: new Date(day),
      OR: [{ addressKey: { in: keys } }, { addressKey: null, recipient: { in: recipients } }],
    },
    select: { id: true, recipient: true, addressKey: true, state: true },
  });
  const waitingFor = ({ address, recipient }: AddressedRecipient): string | undefined =>
    todays.find(
      (one) =>
        one.state === 'queued' &&
        (one.addressKey === null ? one.recipient === recipient : one.addressKey === keyOf(address)),
    )?.id;
  await tx.reminderItem.createMany({
    data: unanswered.flatMap(({ audience, municipalityId, roundId, departmentId }) =>
      audience.flatMap((one) => {
        const reminderId = waitingFor(one);
        const missing = one.toAnswer + one.toApprove;
        return reminderId ? [{ reminderId, municipalityId, roundId, departmentId, missing, isManual }] : [];
      }),
    ),
    skipDuplicates: true,
  });
  const toSend = [...created, ...again];
  for (const { id } of toSend) await enqueueMail(tx, { kind: 'reminder', reminderId: id });
  const hadToday = addressed.filter((one) => waitingFor(one) === undefined).map(({ recipient }) => recipient);
  return { queued: toSend.length, hadToday: new Set(hadToday) };
}

const RemindedRound = z.strictObject({
  id: z.uuid(),
  state: z.string(),
  opensAt: z.date().nullable(),
  closesAt: z.date().nullable(),
});
const RemindJob = z.object({ roundId: z.uuid() });

const reminding = { action: { unaudited: 'reminders of a day are rows of their own' }, touches: 'nothing' } as const;

/** The day's reminder job: queues the mails and the next day's job. */
export function remindRoundTask(context: Context): Task {
  const { now, settings } = context;
  return async (payload) => {
    const { roundId } = RemindJob.parse(payload);
    const at = now();
    await mutate(context, system(at), reminding, async (tx) => {
      // Locked against closing, so that nobody is reminded of a closed round.
      const [round] = await queryRows(
        tx,
        RemindedRound,
        sql`
        select id, state::text, "opensAt", "closesAt" from "Round" where id = ${roundId}::uuid for share`,
      );
      if (!round || round.state === 'closed') return { result: undefined };
      if (round.state === 'open' && canSendMail(settings)) {
        await remind(tx, at, await readUnanswered(tx, { roundId }), {
          isManual: false,
          keyOf: addressKeyBy(settings),
        });
      }
      await scheduleReminders(tx, at, round);
      return { result: undefined };
    });
  };
}
