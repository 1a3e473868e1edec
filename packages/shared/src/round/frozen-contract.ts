import * as z from 'zod';

/** What the council decided of a round: the day and the section of the minutes (§). */
export const Decision = z.object({ date: z.iso.date(), section: z.string() });
export type Decision = z.output<typeof Decision>;

/** A closed round as it was frozen; the hash is SHA-256 in hexadecimal, of the canonical JSON of its rows. */
export const Frozen = z.object({ number: z.int(), takenAt: z.iso.datetime(), hash: z.string() });
export type Frozen = z.output<typeof Frozen>;
