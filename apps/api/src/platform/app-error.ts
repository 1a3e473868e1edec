import type { FieldProblem, FieldReason, ProblemCode } from '@vointi/shared/http/problem.ts';

const statusOfCode: Record<ProblemCode, number> = {
  invalid_request: 400,
  unknown_value: 400,
  not_found: 404,
  unauthenticated: 401,
  sign_in_failed: 401,
  identity_refused: 401,
  no_access: 403,
  forbidden: 403,
  cross_origin: 403,
  conflict: 409,
  locked: 423,
  link_expired: 410,
  too_many_requests: 429,
  mail_unavailable: 503,
  payload_too_large: 413,
  unavailable: 503,
  internal: 500,
};

type Extra = { details?: readonly FieldProblem[]; current?: unknown; retryAfter?: number };

/** An error that the caller gets as problem JSON. */
export class AppError extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  /** Further members of the problem: refused fields, the current row, seconds to wait. */
  readonly extra: Extra;

  constructor(code: ProblemCode, details?: readonly FieldProblem[], extra: Omit<Extra, 'details'> = {}) {
    super(code);
    this.code = code;
    this.status = statusOfCode[code];
    this.extra = { ...(details && { details }), ...extra };
  }
}

/** Refuses one field, for a reason that has a text in every language. */
export const refused = (path: string, reason: FieldReason): AppError =>
  new AppError('invalid_request', [{ path, message: reason.replaceAll('_', ' '), reason }]);

/** Another write changed the row: nothing is written, and the caller gets the current row. */
export const stale = (current: unknown): AppError => new AppError('conflict', undefined, { current });
