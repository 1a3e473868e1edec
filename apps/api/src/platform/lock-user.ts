import * as z from 'zod';
import type { Tx } from '@vointi/db/client.ts';
import { queryRows, sql } from './sql.ts';

/**
 * Serialises the transactions that change an account's address, password or roles, or begin a session. Every transaction
 * takes this lock after the municipality's and before sessions, links and the audit log, so that none can deadlock.
 */
export async function lockUser(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`select from "User" where id = ${id}::uuid for no key update`;
}

/** Locks the user who has this address; undefined when the address has moved to another user meanwhile. */
export async function lockUserOf(tx: Tx, email: string): Promise<string | undefined> {
  const [row] = await queryRows(
    tx,
    z.strictObject({ id: z.uuid() }),
    sql`select id from "User" where email = ${email} for no key update`,
  );
  return row?.id;
}

/** Locks several users, always in the same order. */
export async function lockUsers(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`select from "User" where id = any(${[...ids]}::uuid[]) order by id for no key update`;
}
