import type { Prisma, Tx } from '@vointi/db/client.ts';
import { roundRefSelect, toRoundRef } from './round-ref.ts';
import { type FirstSnapshotRows, type SnapshotRows, upgradeRows } from './snapshot-rows.ts';

const include = {
  round: { select: { planId: true, order: true, decisionDate: true, decisionSection: true } },
} satisfies Prisma.RoundSnapshotInclude;

/** The newest snapshot of a round, in the present format; null without one. */
export async function readSnapshotRows(tx: Tx, round: Prisma.RoundWhereInput) {
  const snapshot = await tx.roundSnapshot.findFirst({ where: { round }, orderBy: { number: 'desc' }, include });
  if (!snapshot) return null;
  // Whatever wrote it was of the shape of its format.
  const stored = snapshot.rows as unknown as FirstSnapshotRows | SnapshotRows;
  const rounds = stored.format === 2 ? [] : await readRoundsUpTo(tx, snapshot.round);
  return { ...snapshot, rows: upgradeRows(stored, rounds) };
}

/** The first format names no rounds. */
async function readRoundsUpTo(tx: Tx, { planId, order }: { planId: string; order: number }) {
  const rounds = await tx.round.findMany({
    where: { planId, state: { not: 'planned' }, order: { lte: order } },
    orderBy: { order: 'desc' },
    select: roundRefSelect,
  });
  return rounds.map(toRoundRef);
}
