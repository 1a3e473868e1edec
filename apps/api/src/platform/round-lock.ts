import type { Tx } from '@vointi/db/client.ts';

type Round = { roundId: string; municipalityId: string };

/** What somebody may write of: all of some municipalities, and some departments. */
export type WriterReach = { municipalities: readonly string[]; departments: readonly string[] };
type Shared = { roundId: string; assignmentIds: readonly string[]; reach: WriterReach };

// Not the lock of the row: those who share one pass whoever waits to have it alone, and while answers keep coming a
// round would not close. These are had in the order in which they were asked for. Whoever has no right to the round
// takes none, and makes nobody wait by knowing its id.

/** Whoever closes the round waits for the end of this transaction. Taken before anything else, so that none wait in a ring. */
export async function shareRound(tx: Tx, { roundId, assignmentIds, reach }: Shared): Promise<void> {
  await tx.$executeRaw`
    select pg_advisory_xact_lock_shared(hashtextextended(o.id::text, 0)) from "Round" o
    where o.id = ${roundId}::uuid and (
      o."municipalityId" = any(${reach.municipalities}::uuid[]) or exists (
        select from "Assignment" a where a.id = any(${assignmentIds}::uuid[])
          and a."municipalityId" = o."municipalityId" and a."departmentId" = any(${reach.departments}::uuid[])))`;
}

/** No answer comes or goes until the transaction ends: waits for those who share the round, and later ones wait for it. */
export async function lockRound(tx: Tx, { roundId, municipalityId }: Round): Promise<void> {
  await tx.$executeRaw`
    select pg_advisory_xact_lock(hashtextextended(id::text, 0)) from "Round"
    where id = ${roundId}::uuid and "municipalityId" = ${municipalityId}::uuid`;
  await tx.$executeRaw`
    select from "Round" where id = ${roundId}::uuid and "municipalityId" = ${municipalityId}::uuid for update`;
}
