import type { Db } from '@vointi/db/client.ts';
import { lockRound } from '../../platform/round-lock.ts';
import { freezeClosed } from '../plan/public.ts';
import { scheduleRounds } from './schedule-all.ts';
import { patient } from './write-state.ts';

/**
 * At each start: what an installation lacks that is older than snapshots and jobs of rounds. Where nothing is lacking,
 * it asks and writes the same again.
 */
export async function completeRounds(db: Db, at: Date): Promise<void> {
  const bare = await db.round.findMany({
    where: { state: 'closed', snapshots: { none: {} } },
    select: { id: true, municipalityId: true },
  });
  for (const { id, municipalityId } of bare) {
    await db.$transaction(async (tx) => {
      await lockRound(tx, { roundId: id, municipalityId });
      await freezeClosed(tx, { id }, at);
    }, patient);
  }
  await db.$transaction((tx) => scheduleRounds(tx, at), patient);
}
