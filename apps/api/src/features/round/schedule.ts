import type { Tx } from '@vointi/db/client.ts';
import { addJob, removeJob } from '../../platform/jobs.ts';

export const openTask = 'open_round';
export const endTask = 'end_reopening';
const keyOf = (roundId: string) => `open:${roundId}`;

/** How long it is to a moment, by our clock: the queue goes by the database's, and may come before us. */
const secondsTo = (moment: Date, at: Date) => Math.max(0, moment.getTime() - at.getTime()) / 1000;

/** A planned round opens by itself: to be called whenever it is planned or its first day is moved. */
export async function scheduleOpening(tx: Tx, at: Date, { id, opensAt }: { id: string; opensAt: Date | null }) {
  if (!opensAt) return;
  await addJob(tx, openTask, { roundId: id }, { afterSeconds: secondsTo(opensAt, at), jobKey: keyOf(id) });
}

export const cancelOpening = (tx: Tx, roundId: string): Promise<void> => removeJob(tx, keyOf(roundId));

export const scheduleEnd = (tx: Tx, at: Date, { id, until }: { id: string; until: Date }): Promise<void> =>
  addJob(tx, endTask, { reopeningId: id }, { afterSeconds: secondsTo(until, at), jobKey: `end:${id}` });
