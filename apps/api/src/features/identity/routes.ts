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
  serve(app, context, sessionApi.startProvider, (request) => startProvider(context, request));
  serve(app, context, sessionApi.finishProvider, (request) => finishProvider(context, request));
  serve(app, context, identityApi.list, ({ grant, params }) =>
    listMappings(context, municipalityOf(grant), params.slug),
  );
  serve(app, context, identityApi.create, (request) =>
    createMapping(context, municipalityRequestOf(request), request.body),
  );
  serve(app, context, identityApi.delete, (request) =>
    deleteMapping(context, municipalityRequestOf(request), request.params.id),
  );
}
