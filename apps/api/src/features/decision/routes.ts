import type { FastifyInstance } from 'fastify';
import { decisionApi } from '@vointi/shared/decision/contract.ts';
import type { Context } from '../../platform/context.ts';
import { municipalityRequestOf } from '../../platform/municipality-request.ts';
import { serve } from '../../platform/serve.ts';
import { listDecisions } from './read.ts';
import { createDecision, deleteDecision, updateDecision } from './write.ts';

export function decisionRoutes(app: FastifyInstance, context: Context) {
  serve(app, context, decisionApi.list, (request) =>
    listDecisions(context, municipalityRequestOf(request), request.params, request.query),
  );
  serve(app, context, decisionApi.create, (request) =>
    createDecision(context, municipalityRequestOf(request), request.params, request.body),
  );
  serve(app, context, decisionApi.update, (request) =>
    updateDecision(context, municipalityRequestOf(request), request.params.id, request.body),
  );
  serve(app, context, decisionApi.delete, (request) =>
    deleteDecision(context, municipalityRequestOf(request), request.params.id),
  );
}
