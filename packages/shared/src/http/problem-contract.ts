import * as z from 'zod';
import { problemCodes, type Problem } from './problem.ts';

export const ProblemAnswer = z.object({
  code: z.enum(problemCodes),
  status: z.int(),
  details: z.exactOptional(
    z.array(z.object({ path: z.string(), message: z.string(), allowed: z.exactOptional(z.array(z.string())) })),
  ),
  requestId: z.string(),
}) satisfies z.ZodType<Problem>;
