/** Every error code the API can answer with. The interface has a text for each in every language, or it does not compile. */
export const problemCodes = [
  'invalid_request',
  'unknown_value',
  'not_found',
  'forbidden',
  'payload_too_large',
  'unavailable',
  'internal',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** One field that was refused: where, why in English for developers, and what would have been accepted. */
export type FieldProblem = { path: string; message: string; allowed?: readonly string[] };

/** Body of every answer that is not a success; content type application/problem+json. */
export type Problem = {
  code: ProblemCode;
  status: number;
  details?: readonly FieldProblem[];
  requestId: string;
};
