import * as z from 'zod';
import { slug } from '../text/contract.ts';
import { ageGroupChoices } from './filter.ts';
import { statuses } from '../measure/progress.ts';

const listOf = <S extends z.ZodType<string>>(value: S) =>
  z.preprocess(
    (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
    z.array(value).max(60).default([]),
  );

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
