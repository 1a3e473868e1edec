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
  serve(app, context, sessionApi.create, (asked) => createOwnSession(context, asked));
  serve(app, context, sessionApi.delete, (asked) => deleteOwnSession(context, asked));
  serve(app, context, sessionApi.list, ({ actor, at }) => listOwnSessions(context, personOf(actor), at));
  serve(app, context, sessionApi.deleteAll, (asked) => deleteAllSessions(context, asked));
  serve(app, context, sessionApi.deleteOne, (asked) => deleteOtherSession(context, asked));
  serve(app, context, sessionApi.update, (asked) => updateAccount(context, asked));
  serve(app, context, sessionApi.changePassword, (asked) => changePassword(context, asked));
  serve(app, context, sessionApi.requestReset, (asked) => requestReset(context, asked));
  serve(app, context, sessionApi.readLink, (asked) => readLink(context, asked));
  serve(app, context, sessionApi.useLink, (asked) => useLink(context, asked));
}
