import * as z from 'zod';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, Grant } from '@vointi/shared/access/grant.ts';
import { permissions } from '@vointi/shared/access/permissions.ts';
import { ProblemAnswer } from '@vointi/shared/http/problem-contract.ts';
import { type Input, pageOwnerHeader, type Result, type Route } from '@vointi/shared/http/route.ts';
import { AppError } from './app-error.ts';
import type { Context } from './context.ts';
import { authorize } from './authorize.ts';
import { isSameOrigin } from './same-origin.ts';
import { actorOf } from './session.ts';
import { assertStorableText } from './assert-storable-text.ts';

/** A ready answer, already validated and encoded. */
export type Bytes = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/** Actor and grant of a request; `at` is its one timestamp. */
export type ApiRequest = {
  actor: Actor;
  grant: Grant;
  requestId: string;
  at: Date;
  request: FastifyRequest;
  reply: FastifyReply;
};
/** The actor of a contract that only signed-in people can call. */
export type Person = Extract<Actor, { kind: 'user' }>;

/**
 * Registers one contract. Session, origin, permission, parsing and encoding are handled here only. A caller without
 * permission is refused before the body is read.
 * A handler returns the contract's result, or bytes made from one.
 * @throws when the contract names no permission, as contracts are closed by default
 */
export function serve<R extends Route>(
  app: FastifyInstance,
  context: Context,
  contract: R,
  handler: (input: Input<R> & ApiRequest) => Promise<Result<R> | Bytes>,
) {
  if (!permissions.includes(contract.can)) throw new Error(`${contract.method} ${contract.path} names no permission`);
  app.route({
    method: contract.method,
    url: contract.path,
    config: { contract },
    ...(contract.bodyLimit !== undefined && { bodyLimit: contract.bodyLimit }),
    schema: {
      tags: [contract.tag],
      summary: contract.summary,
      description: contract.description,
      ...(contract.params && { params: contract.params }),
      querystring: contract.query ?? z.strictObject({}),
      ...(contract.body && { body: contract.body }),
      response: {
        200: contract.produces
          ? { description: 'The file', content: { [contract.produces]: { schema: contract.response } } }
          : contract.response,
        default: ProblemAnswer.describe('An error, as problem JSON.'),
      },
    },
    onRequest: async (request, reply) => {
      if (contract.method !== 'GET' && !isSameOrigin(request, context.settings.publicUrl)) {
        throw new AppError('cross_origin');
      }
      const { slug } = request.params as { slug?: string };
      const clock = { ...context, publicUrl: context.settings.publicUrl };
      request.actor = await actorOf(clock, request, { as: contract.as, slug });
      if (contract.can !== 'session:open') assertOwnPage(request);
      if (request.actor.kind !== 'anonymous' || contract.can !== 'plan:read') reply.header('cache-control', 'no-store');
      request.grant = await authorize(context, request.actor, { contract, slug, requestId: request.id });
    },
    preHandler: async ({ params, query, body }) => assertStorableText({ params, query, body }),
    handler: async (request, reply) => {
      const { params, query, body, actor, grant } = request;
      const apiRequest: ApiRequest = { actor, grant, requestId: request.id, at: context.now(), request, reply };
      const answer = await handler({ params, query, body, ...apiRequest } as Input<R> & ApiRequest);
      return typeof answer === 'function' ? (answer as Bytes)(request, reply) : answer;
    },
  });
}

/**
 * A page sends the id of the person it was loaded for. A page left open shares its cookie with the next person who signs
 * in; it gets 401, so that it writes nothing under the other person's name.
 */
function assertOwnPage({ method, headers, actor }: FastifyRequest) {
  const owner = headers[pageOwnerHeader];
  if (method === 'GET' || owner === undefined || actor.kind !== 'user') return;
  if (owner !== actor.userId) throw new AppError('unauthenticated');
}

/** Fields of a request that `serve` fills before anything else runs. */
export function decorateRequests(app: FastifyInstance) {
  app.decorateRequest('actor');
  app.decorateRequest('grant');
}

/** The signed-in person. @throws AppError unauthenticated for screens and visitors, when the contract admits them */
export function personOf(actor: Actor): Person {
  if (actor.kind !== 'user') throw new AppError('unauthenticated');
  return actor;
}

/** The municipality of a contract whose path names one and whose permission only its people have. */
export function municipalityOf(grant: Grant): string {
  if (grant.municipalityId === null) throw new AppError('not_found');
  return grant.municipalityId;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    contract?: Route;
  }
  interface FastifyRequest {
    actor: Actor;
    grant: Grant;
  }
}
