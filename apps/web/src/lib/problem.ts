import type { FieldProblem, Problem, ProblemCode } from '@vointi/shared/http/problem.ts';

/** `network`: no answer came at all, or one that was not the API's. */
export type ErrorCode = ProblemCode | 'network';

export class ProblemError extends Error {
  code: ErrorCode;
  status: number;
  details: readonly FieldProblem[];
  requestId: string | undefined;

  constructor(code: ErrorCode, problem?: Problem) {
    super(code);
    this.name = 'ProblemError';
    this.code = code;
    this.status = problem?.status ?? 0;
    this.details = problem?.details ?? [];
    this.requestId = problem?.requestId;
  }
}

export const codeOf = (error: unknown): ErrorCode => (error instanceof ProblemError ? error.code : 'internal');

/** Whether asking again may help: what is not there or not allowed stays so. */
export const isPassing = (error: unknown): boolean => ['network', 'unavailable', 'internal'].includes(codeOf(error));
