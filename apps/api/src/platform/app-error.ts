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

/** A refusal that the caller is told of, as problem JSON. */
export class AppError extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  /** What else the caller is told: refused fields, the row as it is now, seconds to wait. */
  readonly extra: Extra;

  constructor(code: ProblemCode, details?: readonly FieldProblem[], extra: Omit<Extra, 'details'> = {}) {
    super(code);
    this.code = code;
    this.status = statusOfCode[code];
    this.extra = { ...(details && { details }), ...extra };
  }
}

/** One field refused for a reason that has words in every language. */
export const refused = (path: string, reason: FieldReason): AppError =>
  new AppError('invalid_request', [{ path, message: reason.replaceAll('_', ' '), reason }]);

/** Somebody changed the row since: the caller gets it as it is now, and nothing of theirs is written. */
export const stale = (current: unknown): AppError => new AppError('conflict', undefined, { current });
