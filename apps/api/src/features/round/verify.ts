import type { Db } from '@vointi/db/client.ts';
import { hashOfRows } from '../plan/public.ts';

/** A snapshot as it is stored, beside what its rows hash to now. */
export type VerifiedSnapshot = {
  municipality: string;
  year: number;
  round: string;
  number: number;
  hash: string;
  isIntact: boolean;
};

type Stored = { rows: unknown; hash: Uint8Array };

/** Whether the rows of a snapshot are those that were frozen: their hash is the stored one. */
export const isIntact = ({ rows, hash }: Stored): boolean => hashOfRows(rows) === Buffer.from(hash).toString('hex');

/** Reads every snapshot, one at a time: they can be large. */
export async function* verifySnapshots(db: Db): AsyncGenerator<VerifiedSnapshot> {
  const keys = await db.roundSnapshot.findMany({
    select: {
      roundId: true,
      number: true,
      round: { select: { slug: true, plan: { select: { year: true, municipality: { select: { slug: true } } } } } },
    },
    orderBy: [{ municipalityId: 'asc' }, { takenAt: 'asc' }, { number: 'asc' }],
  });
  for (const { roundId, number, round } of keys) {
    const stored = await db.roundSnapshot.findUniqueOrThrow({
      where: { roundId_number: { roundId, number } },
      select: { rows: true, hash: true },
    });
    yield {
      municipality: round.plan.municipality.slug,
      year: round.plan.year,
      round: round.slug,
      number,
      hash: Buffer.from(stored.hash).toString('hex'),
      isIntact: isIntact(stored),
    };
  }
}

export const snapshotLine = ({ municipality, year, round, number, hash, isIntact: isSame }: VerifiedSnapshot): string =>
  isSame
    ? `${municipality} ${year} ${round}, copy ${number}: intact, ${hash}`
    : `${municipality} ${year} ${round}, copy ${number}: CHANGED, its rows do not have the hash ${hash}`;
