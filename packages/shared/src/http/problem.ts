/** Every error code of the API. The web does not compile without a text for each in every language. */
export const problemCodes = [
  'invalid_request',
  'unknown_value',
  'not_found',
  'unauthenticated',
  'sign_in_failed',
  'identity_refused',
  'no_access',
  'forbidden',
  'cross_origin',
  'conflict',
  'locked',
  'link_expired',
  'too_many_requests',
  'mail_unavailable',
  'payload_too_large',
  'unavailable',
  'internal',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** Why the API refuses a well-formed value. The web has a text for each in every language. */
export const fieldReasons = [
  'password_common',
  'password_wrong',
  'email_taken',
  'slug_taken',
  'name_taken',
  'department_unknown',
  'department_needed',
  'department_in_use',
  'department_circular',
  'days_backwards',
  'merge_conflict',
  'aliases_too_many',
  'last_admin',
  'own_account',
  'shared_account',
  'external_account',
  'already_there',
  'image_unreadable',
  'reason_needed',
  'evidence_needed',
  'nothing_to_confirm',
  'on_behalf_of_needed',
  'indicator_unknown',
  'round_open_already',
  'round_begun',
  'round_not_closed',
  'day_past',
  'plan_without_measures',
  'code_unknown',
  'screen_elsewhere',
  'room_taken',
  'rooms_too_many',
  'plan_unknown',
  'measure_unknown',
  'goal_unknown',
  'set_unknown',
  'kind_fixed',
  'kind_wrong',
  'too_many_decimals',
  'no_such_date',
  'twice',
  'indicator_in_use',
  'too_many_indicators',
  'too_many_sets',
  'too_many_values',
  'import_refused',
  'import_unreadable',
  'import_too_large',
] as const;
export type FieldReason = (typeof fieldReasons)[number];

/** A refused field: its path, the reason in English for developers, and the values that are accepted. */
export type FieldProblem = { path: string; message: string; reason?: FieldReason; allowed?: readonly string[] };

/** Body of every error response; content type application/problem+json. */
export type Problem = {
  code: ProblemCode;
  status: number;
  details?: readonly FieldProblem[];
  /** With `conflict`: the current row. */
  current?: unknown;
  /** With `too_many_requests`: seconds to wait before the next attempt; the same as Retry-After. */
  retryAfter?: number;
  requestId: string;
};
