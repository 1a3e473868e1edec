import * as z from 'zod';
import type { Tx } from '@vointi/db/client.ts';
import { nextReminderDay, reminderMoment } from '@vointi/shared/round/reminder-days.ts';
import { helsinkiDay } from '@vointi/shared/text/helsinki.ts';
import { addJob, removeJob } from '../../platform/jobs.ts';
import { queryRows, sql } from '../../platform/sql.ts';

export const remindTask = 'remind_round';
const keyOf = (roundId: string) => `remind:${roundId}`;

type Days = { opensAt: Date | null; closesAt: Date | null };

/** The first and the last day of a round in Finland; undefined when it has none. */
export function daysOf({ opensAt, closesAt }: Days): { opensOn: string; closesOn: string } | undefined {
  if (!opensAt || !closesAt) return undefined;
  return { opensOn: helsinkiDay(opensAt), closesOn: helsinkiDay(new Date(closesAt.getTime() - 1)) };
}

/**
 * Schedules the next reminders of a round and replaces the scheduled ones. Call it in the same transaction whenever a
 * round is planned, opens or gets other days.
 */
export async function scheduleReminders(tx: Tx, at: Date, round: Days & { id: string }): Promise<void> {
  const days = daysOf(round);
  if (!days) return;
  const runAt = reminderMoment(nextReminderDay(days.opensOn, days.closesOn, at));
  await addJob(tx, remindTask, { roundId: round.id }, { runAt, jobKey: keyOf(round.id) });
}

/** Cancels the reminders of a round. Call it when the round is closed or deleted. */
export const stopReminders = (tx: Tx, roundId: string): Promise<void> => removeJob(tx, keyOf(roundId));

/** Schedules reminders only when none are scheduled: for rounds from a release without reminders. */
export async function ensureReminders(tx: Tx, at: Date, round: Days & { id: string }) {
  const waiting = await queryRows(
    tx,
    z.object({}),
    sql`select 1 from graphile_worker.jobs where key = ${keyOf(round.id)}`,
  );
  if (waiting.length === 0) await scheduleReminders(tx, at, round);
}
