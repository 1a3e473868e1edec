import * as z from 'zod';
import { isCalendarDate } from './calendar.ts';
import { emailPattern } from './email.ts';
import { maxEmail, maxPassword, minPassword } from './limits.ts';

/** An e-mail address in lower case, so that two spellings of one address are one account. */
export const email = z.string().trim().toLowerCase().max(maxEmail).regex(emailPattern, 'an e-mail address');

/** 8 to 200 characters of any kind, not trimmed: no composition rules (ASVS 5.0, 6.2). */
export const newPassword = z.string().min(minPassword).max(maxPassword);

/** The largest value of the database's integer type. */
const maxVersions = 2_147_483_647;

/** The version of the row that a change is based on; the API rejects a stale one with 409 and the current row. */
export const version = z.int().min(1).max(maxVersions);

/** A version, or 0 when there is no row yet. */
export const versionOrNone = z.int().min(0).max(maxVersions);

/** One line of plain text without control or bidirectional characters, safe in a mail header and in a list. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]*$/u, 'one line, without control characters');

/** The opaque start of the next page, from the previous response. */
export const cursor = z.string().min(1).max(200);

/** An existing date within the allowed years. */
export const day = z.iso.date().refine(isCalendarDate, 'a day of 1900–2199');
