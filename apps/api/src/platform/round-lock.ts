import type { Tx } from '@vointi/db/client.ts';

type Round = { roundId: string; municipalityId: string };

/** What a person may write: everything of some municipalities, and some departments. */
export type WriterReach = { municipalities: readonly string[]; departments: readonly string[] };
type Shared = { roundId: string; assignmentIds: readonly string[]; reach: WriterReach };

// Advisory locks instead of row locks: shared row locks overtake a waiting exclusive one, so a round would not close
// while answers keep coming; advisory locks are granted in order. A person without rights to the round takes no
// lock, so that knowing its id blocks nobody.

/** Takes the round's shared lock: closing waits for this transaction. Comes first in it, to avoid deadlocks. */
export async function shareRound(tx: Tx, { roundId, assignmentIds, reach }: Shared): Promise<void> {
  await tx.$executeRaw`
    select pg_advisory_xact_lock_shared(hashtextextended(o.id::text, 0)) from "Round" o
    where o.id = ${roundId}::uuid and (
      o."municipalityId" = any(${reach.municipalities}::uuid[]) or exists (
        select from "Assignment" a where a.id = any(${assignmentIds}::uuid[])
          and a."municipalityId" = o."municipalityId" and a."departmentId" = any(${reach.departments}::uuid[])))`;
}

/** Takes the round's exclusive lock: waits for running answers, and later answers wait until the transaction ends. */
export async function lockRound(tx: Tx, { roundId, municipalityId }: Round): Promise<void> {
  await tx.$executeRaw`
    select pg_advisory_xact_lock(hashtextextended(id::text, 0)) from "Round"
    where id = ${roundId}::uuid and "municipalityId" = ${municipalityId}::uuid`;
  await tx.$executeRaw`
    select from "Round" where id = ${roundId}::uuid and "municipalityId" = ${municipalityId}::uuid for update`;
}
