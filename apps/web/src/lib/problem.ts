import type { FieldProblem, Problem, ProblemCode } from '@vointi/shared/http/problem.ts';

/** `network`: no response, or one that is not the API's. */
export type ErrorCode = ProblemCode | 'network';

export class ProblemError extends Error {
  code: ErrorCode;
  status: number;
  details: readonly FieldProblem[];
  /** With `conflict`: the current row. */
  current: unknown;
  /** With `too_many_requests`: seconds to wait before the next attempt. */
  retryAfter: number | undefined;
  requestId: string | undefined;

  constructor(code: ErrorCode, problem?: Problem) {
    super(code);
    this.name = 'ProblemError';
    this.code = code;
    this.status = problem?.status ?? 0;
    this.details = problem?.details ?? [];
    this.current = problem?.current;
    this.retryAfter = problem?.retryAfter;
    this.requestId = problem?.requestId;
  }
}

export const codeOf = (error: unknown): ErrorCode => (error instanceof ProblemError ? error.code : 'internal');

/** The rejected field: `reasonOf(error, 'email')`; undefined when another field or nothing was rejected. */
export const reasonOf = (error: unknown, field: string): FieldProblem | undefined =>
  error instanceof ProblemError
    ? error.details.find(({ path }) => path === `body.${field}` || path === field)
    : undefined;

/** Whether a retry may help: a missing or forbidden resource stays so. */
export const isPassing = (error: unknown): boolean => ['network', 'unavailable', 'internal'].includes(codeOf(error));
