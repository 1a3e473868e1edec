import * as z from 'zod';

/** The council's decision on a round: the day and the section of the minutes (§). */
export const CouncilDecision = z.object({ date: z.iso.date(), section: z.string() });
export type CouncilDecision = z.output<typeof CouncilDecision>;

/** The snapshot of a closed round. The hash is SHA-256, in hexadecimal, of the canonical JSON of its rows. */
export const SnapshotRef = z.object({ number: z.int(), takenAt: z.iso.datetime(), hash: z.string() });
export type SnapshotRef = z.output<typeof SnapshotRef>;
