import { createHash } from 'node:crypto';
import { Prisma, type Tx } from '@vointi/db/client.ts';
import type { AuditAction } from '@vointi/shared/audit/action.ts';
import { canonicalJson } from './canonical.ts';
import { uuid7 } from './uuid7.ts';

type Json = Prisma.InputJsonValue;

export type AuditInput = {
  /** Null when there is no municipality, as in a sign-in to an unknown account. */
  municipalityId: string | null;
  actorId: string | null;
  action: AuditAction;
  /** What was changed: a noun and an id. */
  subject: string;
  /** Ids, codes and counts. Never names, mail addresses, free text or secrets, as a row can never be removed. */
  before?: Json;
  after?: Json;
  requestId: string | null;
};

export type AuditLink = {
  id: string;
  municipalityId: string | null;
  sequence: number;
  actorId: string | null;
  action: string;
  subject: string;
  before: unknown;
  after: unknown;
  requestId: string | null;
  createdAt: Date;
  previousHash: Uint8Array;
};

/** SHA-256 over the whole entry and the hash of the entry before it. */
export function auditHash(link: AuditLink): Uint8Array<ArrayBuffer> {
  const content = canonicalJson({ ...link, createdAt: link.createdAt.toISOString(), previousHash: undefined });
  const hash = createHash('sha256').update(link.previousHash).update(content).digest();
  return Uint8Array.from(hash);
}

export const firstHash = new Uint8Array(32);

/**
 * Adds to the municipality's audit log in the transaction of the change, so that neither exists without the other.
 * Writers of one municipality queue from here until they commit, so this comes last in a transaction.
 */
export async function writeAudit(tx: Tx, at: Date, input: AuditInput): Promise<void> {
  const { municipalityId } = input;
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`audit:${municipalityId ?? 'none'}`}, 0))`;
  const last = await tx.auditEntry.findFirst({
    where: { municipalityId },
    orderBy: { sequence: 'desc' },
    select: { sequence: true, hash: true },
  });
  const link: AuditLink = {
    id: uuid7(),
    municipalityId,
    sequence: (last?.sequence ?? 0) + 1,
    actorId: input.actorId,
    action: input.action,
    subject: input.subject,
    before: input.before ?? null,
    after: input.after ?? null,
    requestId: input.requestId,
    createdAt: at,
    previousHash: last?.hash ?? firstHash,
  };
  await tx.auditEntry.create({
    data: {
      ...link,
      before: input.before ?? Prisma.DbNull,
      after: input.after ?? Prisma.DbNull,
      previousHash: Uint8Array.from(link.previousHash),
      hash: auditHash(link),
    },
  });
}
