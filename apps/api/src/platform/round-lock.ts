import type { Prisma } from '@vointi/db/client.ts';

type Tx = Prisma.TransactionClient;

// Not the lock of the row: those who share one pass whoever waits to have it alone, and while answers keep coming a
// round would not close. These are had in the order in which they were asked for.

/** Whoever closes the round waits for the end of this transaction. Taken before anything else, so that none wait in a ring. */
export async function shareRound(tx: Tx, roundId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock_shared(hashtextextended(${roundId}::uuid::text, 0))`;
}

/** Waits for those who share the round; those who come later wait for the end of this transaction. */
export async function holdRound(tx: Tx, roundId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${roundId}::uuid::text, 0))`;
}
