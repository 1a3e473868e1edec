import * as z from 'zod';
import { listOf } from '../http/list-of.ts';
import { slug } from '../text/contract.ts';
import { ageGroupChoices, statuses } from '../measure/progress.ts';

/** Filters as they stand in an address: repeatable, unknown keys refused. */
export const boardFilterQuery = z.strictObject({
  ageGroup: listOf(z.enum(ageGroupChoices)),
  department: listOf(slug),
  goal: listOf(slug),
  status: listOf(z.enum(statuses)),
  isNew: z
    .enum(['true', 'false'])
    .transform((given) => given === 'true')
    .optional(),
  q: z.string().trim().max(100).optional(),
  /** A closed round: the board as it was left. */
  round: slug.optional(),
});
