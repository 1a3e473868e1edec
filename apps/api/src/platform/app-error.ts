import type { FieldProblem, ProblemCode } from '@vointi/shared/http/problem.ts';

const statusOfCode: Record<ProblemCode, number> = {
  invalid_request: 400,
  unknown_value: 400,
  not_found: 404,
  forbidden: 403,
  payload_too_large: 413,
  unavailable: 503,
  internal: 500,
};

/** A refusal that the caller is told of, as problem JSON. */
export class AppError extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly details: readonly FieldProblem[] | undefined;

  constructor(code: ProblemCode, details?: readonly FieldProblem[]) {
    super(code);
    this.code = code;
    this.status = statusOfCode[code];
    this.details = details;
  }
}
