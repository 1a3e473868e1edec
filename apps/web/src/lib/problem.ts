import type { FieldProblem, Problem, ProblemCode } from '@vointi/shared/http/problem.ts';

/** `network`: no answer came at all, or one that was not the API's. */
export type ErrorCode = ProblemCode | 'network';

export class ProblemError extends Error {
  code: ErrorCode;
  status: number;
  details: readonly FieldProblem[];
  /** With `conflict`: the row as it is now. */
  current: unknown;
  /** With `too_many_requests`: seconds until the next try is worth it. */
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

/** The field that was refused: `reasonOf(error, 'email')`; undefined when it was something else. */
export const reasonOf = (error: unknown, field: string): FieldProblem | undefined =>
  error instanceof ProblemError
    ? error.details.find(({ path }) => path === `body.${field}` || path === field)
    : undefined;

/** Whether asking again may help: what is not there or not allowed stays so. */
export const isPassing = (error: unknown): boolean => ['network', 'unavailable', 'internal'].includes(codeOf(error));
