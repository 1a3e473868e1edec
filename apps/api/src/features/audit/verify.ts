import type { Db, Prisma } from '@vointi/db/client.ts';
import { auditHash, firstHash } from '../../platform/audit.ts';

type Entry = Prisma.AuditEntryGetPayload<object>;
export type Fault = { sequence: number; id: string; what: string };
/** The log of one municipality, or of none. `head`: the hash of the last valid entry. */
export type Chain = { name: string; entries: number; head: string; fault: Fault | null };

const batch = 1000;
const isSame = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;

/** What is wrong with an entry after its predecessor; undefined when it is valid. */
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

/** The log of a municipality without a row: somebody deleted it or changed its id past the constraints. */
async function findOrphan(db: Db, municipalityId: string): Promise<Chain> {
  const first = await db.auditEntry.findFirstOrThrow({ where: { municipalityId }, orderBy: { sequence: 'asc' } });
  const { id, sequence } = first;
  const fault = { sequence, id, what: 'its municipality is gone or has another id' };
  return { name: municipalityId, entries: 0, head: Buffer.from(firstHash).toString('hex'), fault };
}

/** Reads every chain from its start, one batch at a time. */
export async function* verifyAudit(db: Db): AsyncGenerator<Chain> {
  // Read before the municipalities, so that one created meanwhile does not look missing.
  const named = await db.auditEntry.groupBy({ by: ['municipalityId'], orderBy: { municipalityId: 'asc' } });
  const municipalities = await db.municipality.findMany({
    orderBy: { slug: 'asc' },
    select: { id: true, slug: true },
  });
  for (const { id, slug } of municipalities) yield await verifyChain(db, id, slug);
  yield await verifyChain(db, null, '(no municipality)');
  const known = new Set(municipalities.map(({ id }) => id));
  for (const { municipalityId } of named) {
    if (municipalityId !== null && !known.has(municipalityId)) yield await findOrphan(db, municipalityId);
  }
}

export const chainLine = ({ name, entries, head, fault }: Chain): string =>
  fault
    ? `${name}: BROKEN at entry ${fault.sequence}, id ${fault.id}: ${fault.what}`
    : `${name}: ${entries} entries, unbroken, head ${head}`;
