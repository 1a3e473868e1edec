import type { FastifyInstance } from 'fastify';
import { identityApi } from '@vointi/shared/identity/contract.ts';
import { sessionApi } from '@vointi/shared/session/contract.ts';
import type { Context } from '../../platform/context.ts';
import { municipalityRequestOf } from '../../platform/municipality-request.ts';
import { municipalityOf, serve } from '../../platform/serve.ts';
import { listMappings } from './read.ts';
import { finishProvider, startProvider } from './sign-in.ts';
import { createMapping, deleteMapping } from './write-mapping.ts';

export function identityRoutes(app: FastifyInstance, context: Context) {
  serve(app, context, sessionApi.startProvider, (asked) => startProvider(context, asked));
  serve(app, context, sessionApi.finishProvider, (asked) => finishProvider(context, asked));
  serve(app, context, identityApi.list, ({ grant, params }) =>
    listMappings(context, municipalityOf(grant), params.slug),
  );
  serve(app, context, identityApi.create, (asked) => createMapping(context, municipalityRequestOf(asked), asked.body));
  serve(app, context, identityApi.delete, (asked) =>
    deleteMapping(context, municipalityRequestOf(asked), asked.params.id),
  );
}
