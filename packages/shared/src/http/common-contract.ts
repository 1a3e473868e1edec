import * as z from 'zod';
import { slug } from '../text/contract.ts';
import { version } from '../text/fields.ts';

/** Path of what belongs to a municipality, and of one row of it. */
export const municipalityParams = z.object({ slug });
export const rowParams = municipalityParams.extend({ id: z.uuid() });

/** Response of a write that returns no row. */
export const Done = z.object({ done: z.literal(true) });

/** Body of a write that needs only the version of the row. */
export const Versioned = z.strictObject({ version });

/** Whether the caller may change what the response holds. */
export const CanEdit = z.object({ edit: z.boolean() });
