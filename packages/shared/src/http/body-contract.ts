import * as z from 'zod';
import { version } from '../text/fields.ts';

/** The answer of a write that has nothing else to tell. */
export const Done = z.object({ done: z.literal(true) });

/** The body of a write that needs no more than the row's version. */
export const Versioned = z.strictObject({ version });

/** Whether whoever asks may change what is answered. */
export const CanEdit = z.object({ edit: z.boolean() });
