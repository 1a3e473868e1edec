import * as z from 'zod';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isAllowed, permissions, type Role } from '@vointi/shared/access/permissions.ts';
import { ProblemAnswer } from '@vointi/shared/http/problem-contract.ts';
import type { Input, Result, Route } from '@vointi/shared/http/route.ts';
import { AppError } from './app-error.ts';

export type Actor = { role: Role };

/** An answer that is served as it stands, already checked and encoded when it was made. */
export type Bytes = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

const actorOf = (_request: FastifyRequest): Actor => ({ role: 'anonymous' });

/**
 * Registers one contract: permission, parsing and encoding live here, once.
 * A handler answers with the contract's result, or with bytes that were made from one.
 * @throws when the contract names no permission: closed by default
 */
export function serve<R extends Route>(
  app: FastifyInstance,
  contract: R,
  handler: (input: Input<R> & { actor: Actor }) => Promise<Result<R> | Bytes>,
) {
  if (!permissions.includes(contract.can)) throw new Error(`${contract.method} ${contract.path} names no permission`);
  app.route({
    method: contract.method,
    url: contract.path,
    config: { contract },
    schema: {
      tags: [contract.tag],
      summary: contract.summary,
      description: contract.description,
      ...(contract.params && { params: contract.params }),
      querystring: contract.query ?? z.strictObject({}),
      ...(contract.body && { body: contract.body }),
      response: { 200: contract.response, default: ProblemAnswer.describe('A refusal, as problem JSON.') },
    },
    handler: async (request, reply) => {
      const actor = actorOf(request);
      if (!isAllowed(actor.role, contract.can)) throw new AppError('forbidden');
      const input = { params: request.params, query: request.query, body: request.body, actor };
      const answer = await handler(input as Input<R> & { actor: Actor });
      return typeof answer === 'function' ? (answer as Bytes)(request, reply) : answer;
    },
  });
}

declare module 'fastify' {
  interface FastifyContextConfig {
    contract?: Route;
  }
}
