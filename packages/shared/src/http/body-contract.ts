import * as z from 'zod';
import { version } from '../text/fields.ts';

/** Response of a write that returns no row. */
export const Done = z.object({ done: z.literal(true) });

/** Body of a write that needs only the version of the row. */
export const Versioned = z.strictObject({ version });

/** Whether the caller may change what the response holds. */
export const CanEdit = z.object({ edit: z.boolean() });
