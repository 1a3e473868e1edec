import * as z from 'zod';
import { fieldReasons, problemCodes, type Problem } from './problem.ts';

export const ProblemAnswer = z.object({
  code: z.enum(problemCodes),
  status: z.int(),
  details: z.exactOptional(
    z.array(
      z.object({
        path: z.string(),
        message: z.string(),
        reason: z.exactOptional(z.enum(fieldReasons)),
        allowed: z.exactOptional(z.array(z.string())),
      }),
    ),
  ),
  current: z.exactOptional(z.unknown()),
  retryAfter: z.exactOptional(z.int()),
  requestId: z.string(),
}) satisfies z.ZodType<Problem>;
