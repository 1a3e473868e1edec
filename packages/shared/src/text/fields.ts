import * as z from 'zod';
import { isCalendarDate } from './calendar.ts';
import { emailPattern } from './email.ts';
import { maxEmail, maxPassword, minPassword } from './limits.ts';

/** An address of mail, in lower case: two spellings of one address are one account. */
export const email = z.string().trim().toLowerCase().max(maxEmail).regex(emailPattern, 'an e-mail address');

/** 8 to 200 characters, any of them (ASVS 5.0, 6.2): no composition rules, nothing trimmed. */
export const newPassword = z.string().min(minPassword).max(maxPassword);

/** What the database counts versions with ends here. */
const maxVersions = 2_147_483_647;

/** A version of a row that a change was made from: a stale one answers 409 with the row as it is now. */
export const version = z.int().min(1).max(maxVersions);

/** The same where there may be no row yet: 0. */
export const versionOrNone = z.int().min(0).max(maxVersions);

/** One line of plain text: it may stand in the header of a mail, or in a list, as it is, and turns nothing around it. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]*$/u, 'one line, without control characters');

/** Where the next page begins: opaque, from the answer before. */
export const cursor = z.string().min(1).max(200);

/** A day of the calendar, in a year that anybody here means. */
export const day = z.iso.date().refine(isCalendarDate, 'a day of 1900–2199');
