import type { FastifyInstance } from 'fastify';
import { sessionApi } from '@vointi/shared/session/contract.ts';
import type { Context } from '../../platform/context.ts';
import { personOf, serve } from '../../platform/serve.ts';
import { listOwnSessions, sessionState } from './read.ts';
import { changePassword, updateAccount } from './write-account.ts';
import { readLink, requestReset, useLink } from './write-link.ts';
import { createOwnSession, deleteAllSessions, deleteOtherSession, deleteOwnSession } from './write-session.ts';

export function sessionRoutes(app: FastifyInstance, context: Context) {
  serve(app, context, sessionApi.get, ({ actor }) => sessionState(context, actor.kind === 'user' ? actor : undefined));
  serve(app, context, sessionApi.create, (request) => createOwnSession(context, request));
  serve(app, context, sessionApi.delete, (request) => deleteOwnSession(context, request));
  serve(app, context, sessionApi.list, ({ actor, at }) => listOwnSessions(context, personOf(actor), at));
  serve(app, context, sessionApi.deleteAll, (request) => deleteAllSessions(context, request));
  serve(app, context, sessionApi.deleteOne, (request) => deleteOtherSession(context, request));
  serve(app, context, sessionApi.update, (request) => updateAccount(context, request));
  serve(app, context, sessionApi.changePassword, (request) => changePassword(context, request));
  serve(app, context, sessionApi.requestReset, (request) => requestReset(context, request));
  serve(app, context, sessionApi.readLink, (request) => readLink(context, request));
  serve(app, context, sessionApi.useLink, (request) => useLink(context, request));
}
