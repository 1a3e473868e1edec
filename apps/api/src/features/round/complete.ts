import type { Db } from '@vointi/db/client.ts';
import { longTransaction, mutate, system } from '../../platform/mutate.ts';
import { snapshotClosedRounds } from '../plan/public.ts';
import { scheduleRounds } from './schedule-all.ts';

const completing = {
  action: { unaudited: 'completes what an earlier release did without snapshots and jobs' },
  touches: 'nothing',
  limits: longTransaction,
} as const;

/**
 * Runs at each start. Adds the snapshots and jobs that rounds of an earlier release lack; a second run changes nothing.
 */
export async function completeRounds(db: Db, at: Date): Promise<void> {
  const withoutSnapshot = await db.round.findMany({
    where: { state: 'closed', snapshots: { none: {} }, plan: { status: 'published' } },
    select: { id: true, municipalityId: true },
  });
  for (const { id, municipalityId } of withoutSnapshot) {
    await mutate({ db }, { ...system(at), municipalityId }, { ...completing, lock: { round: id } }, async (tx) => ({
      result: await snapshotClosedRounds(tx, { id }, at),
    }));
  }
  await mutate({ db }, system(at), completing, async (tx) => ({ result: await scheduleRounds(tx, at) }));
}
