import * as z from 'zod';
import type { Tx } from '@vointi/db/client.ts';
import { queryRows, sql } from './sql.ts';

/**
 * One at a time from here to the end of the transaction: whoever changes what opens an account or whose it is (address,
 * password, roles), and whoever begins a session by it. Taken after the municipality's turn and before sessions, links
 * and the audit log, in every transaction alike, so that none waits for one that waits for it.
 */
export async function lockUser(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`select from "User" where id = ${id}::uuid for no key update`;
}

/** The same of whoever has this address once the lock is there: undefined when it went to another one meanwhile. */
export async function lockUserOf(tx: Tx, email: string): Promise<string | undefined> {
  const [row] = await queryRows(
    tx,
    z.strictObject({ id: z.uuid() }),
    sql`select id from "User" where email = ${email} for no key update`,
  );
  return row?.id;
}

/** Several at once, always in the same order. */
export async function lockUsers(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`select from "User" where id = any(${[...ids]}::uuid[]) order by id for no key update`;
}
