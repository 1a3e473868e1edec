import type { Prisma } from '@vointi/db/client.ts';

/**
 * Whoever manages one municipality takes turns from here to the end of the transaction: what one has seen (the other
 * admin, the names in use) is still so when it writes. Readers and reporters do not wait.
 */
export async function takeTurn(tx: Prisma.TransactionClient, municipalityId: string): Promise<void> {
  await tx.$executeRaw`select from "Municipality" where id = ${municipalityId}::uuid for no key update`;
}
