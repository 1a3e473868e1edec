import type { Db, Prisma } from '@vointi/db/client.ts';
import { auditHash, firstHash } from '../../platform/audit.ts';

type Entry = Prisma.AuditEntryGetPayload<object>;
export type Fault = { sequence: number; id: string; what: string };
/** One municipality's log, or that of no municipality. `head`: the hash of the last entry that holds. */
export type Chain = { name: string; entries: number; head: string; fault: Fault | null };

const batch = 1000;
const isSame = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;

/** What is wrong with an entry that follows another; undefined when nothing is. */
function faultOf(entry: Entry, before: { sequence: number; hash: Uint8Array }): string | undefined {
  const expected = before.sequence + 1;
  if (entry.sequence > expected) {
    const last = entry.sequence - 1;
    return last === expected
      ? `entry ${expected} before it is missing`
      : `entries ${expected}–${last} before it are missing`;
  }
  if (entry.sequence < expected) return `its number should be ${expected}`;
  if (!isSame(entry.previousHash, before.hash)) return 'the hash of the entry before it is another';
  const { hash, ...link } = entry;
  if (!isSame(hash, auditHash(link))) return 'its own hash is another: it has been changed';
  return undefined;
}

async function verifyChain(db: Db, municipalityId: string | null, name: string): Promise<Chain> {
  let before: { sequence: number; hash: Uint8Array } = { sequence: 0, hash: firstHash };
  let entries = 0;
  for (;;) {
    const rows = await db.auditEntry.findMany({
      where: { municipalityId, ...(entries > 0 && { sequence: { gt: before.sequence } }) },
      orderBy: [{ sequence: 'asc' }, { id: 'asc' }],
      take: batch,
    });
    for (const row of rows) {
      const what = faultOf(row, before);
      const head = Buffer.from(before.hash).toString('hex');
      if (what !== undefined) return { name, entries, head, fault: { sequence: row.sequence, id: row.id, what } };
      before = row;
      entries += 1;
    }
    if (rows.length < batch) return { name, entries, head: Buffer.from(before.hash).toString('hex'), fault: null };
  }
}

/** Reads every chain from its beginning, a batch at a time. */
export async function* verifyAudit(db: Db): AsyncGenerator<Chain> {
  const municipalities = await db.municipality.findMany({
    orderBy: { slug: 'asc' },
    select: { id: true, slug: true },
  });
  for (const { id, slug } of municipalities) yield await verifyChain(db, id, slug);
  yield await verifyChain(db, null, '(no municipality)');
}

export const chainLine = ({ name, entries, head, fault }: Chain): string =>
  fault
    ? `${name}: BROKEN at entry ${fault.sequence}, id ${fault.id}: ${fault.what}`
    : `${name}: ${entries} entries, unbroken, head ${head}`;
