import type { Tx } from '@vointi/db/client.ts';

/**
 * Serialises the transactions that manage one municipality: what one has read (the other admin, the names in use) still
 * holds when it writes. Readers and reporters do not wait.
 */
export async function lockMunicipality(tx: Tx, municipalityId: string): Promise<void> {
  await tx.$executeRaw`select from "Municipality" where id = ${municipalityId}::uuid for no key update`;
}

/** Serialises imports into one municipality, and of municipalities that claim one code; raises the time limits. */
export async function lockImport(tx: Tx, { slug, code }: { slug: string; code: string | undefined }): Promise<void> {
  // Writing a large plan takes longer than any answer to a reader may.
  await tx.$executeRaw`set local statement_timeout = '10min'`;
  await tx.$executeRaw`set local idle_in_transaction_session_timeout = '10min'`;
  for (const name of [`import ${slug}`, ...(code === undefined ? [] : [`import code ${code}`])]) {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
  }
}
