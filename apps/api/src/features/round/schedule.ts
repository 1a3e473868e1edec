import type { Tx } from '@vointi/db/client.ts';
import { addJob, removeJob } from '../../platform/jobs.ts';

export const openTask = 'open_round';
export const endTask = 'end_reopening';
const keyOf = (roundId: string) => `open:${roundId}`;

/** A wait by the application's clock, as the queue runs by the database's clock, which may be ahead. */
const secondsTo = (moment: Date, at: Date) => Math.max(0, moment.getTime() - at.getTime()) / 1000;

/** Schedules the opening of a round. Call it whenever a round is planned or its first day moves. */
export async function scheduleOpening(tx: Tx, at: Date, { id, opensAt }: { id: string; opensAt: Date | null }) {
  if (!opensAt) return;
  await addJob(tx, openTask, { roundId: id }, { afterSeconds: secondsTo(opensAt, at), jobKey: keyOf(id) });
}

export const cancelOpening = (tx: Tx, roundId: string): Promise<void> => removeJob(tx, keyOf(roundId));

export const scheduleEnd = (tx: Tx, at: Date, { id, until }: { id: string; until: Date }): Promise<void> =>
  addJob(tx, endTask, { reopeningId: id }, { afterSeconds: secondsTo(until, at), jobKey: `end:${id}` });
