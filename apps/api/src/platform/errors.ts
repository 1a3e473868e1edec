import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { FieldProblem, Problem, ProblemCode } from '@vointi/shared/http/problem.ts';
import { AppError } from './app-error.ts';
import { faultOf } from './fault.ts';

const parts: Record<string, string> = { querystring: 'query', params: 'params', body: 'body', headers: 'headers' };

type Refusal = { keyword: string; instancePath: string; message?: string; params: Record<string, unknown> };

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

function fieldProblems(part: string, { keyword, instancePath, message, params }: Refusal): FieldProblem[] {
  const path = [part, ...instancePath.split('/').filter(Boolean)].join('.');
  if (keyword === 'unrecognized_keys') {
    return listOf(params['keys']).map((key) => ({ path: `${path}.${key}`, message: 'unknown key' }));
  }
  if (keyword === 'invalid_value') {
    return [{ path, message: 'unknown value', allowed: listOf(params['values']) }];
  }
  return [{ path, message: message ?? 'not usable' }];
}

/** Maps Fastify's errors (a broken URL, a body too large) and an unreachable database to the product's codes. */
function codeOf(error: FastifyError): ProblemCode {
  if (error.statusCode === 413) return 'payload_too_large';
  if (error.statusCode !== undefined && error.statusCode < 500) {
    return error.statusCode === 404 ? 'not_found' : 'invalid_request';
  }
  return isDatabaseAway(error) ? 'unavailable' : 'internal';
}

const awayCodes = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  '57P01',
  '57P03',
];

/** Whether an error or its cause says that PostgreSQL cannot be reached. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, message, cause, meta } = error as Error & { code?: string; meta?: unknown };
  return (
    (code !== undefined && awayCodes.includes(code)) ||
    awayCodes.some((away) => message.includes(away) || (meta !== undefined && JSON.stringify(meta).includes(away))) ||
    /terminated|timeout exceeded when trying to connect|Can't reach database/i.test(message) ||
    isDatabaseAway(cause)
  );
}

function problemOf(error: unknown, requestId: string): Problem {
  if (error instanceof AppError) {
    return { code: error.code, status: error.status, ...error.extra, requestId };
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    const part = parts[error.validationContext ?? ''] ?? 'request';
    const details = error.validation.flatMap((refusal) => fieldProblems(part, refusal));
    const isUnknown = details.every(({ allowed }) => allowed !== undefined);
    return { code: isUnknown ? 'unknown_value' : 'invalid_request', status: 400, details, requestId };
  }
  const code = codeOf(error as FastifyError);
  const { status } = new AppError(code);
  return { code, status, requestId };
}

export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const problem = problemOf(error, request.id);
  // The log gets the fault and the caller a code. Neither gets the message, as it can carry values.
  if (problem.status >= 500) request.log.error({ fault: faultOf(error) }, 'request failed');
  if (problem.retryAfter !== undefined) reply.header('retry-after', problem.retryAfter);
  return reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .serializer(JSON.stringify)
    .send(problem);
}

export function registerErrors(app: FastifyInstance) {
  app.setErrorHandler(sendProblem);
}
