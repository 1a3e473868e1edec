import type { FastifyInstance } from 'fastify';
import { decisionApi } from '@vointi/shared/decision/contract.ts';
import type { Context } from '../../platform/context.ts';
import { municipalityRequestOf } from '../../platform/municipality-request.ts';
import { serve } from '../../platform/serve.ts';
import { listDecisions } from './read.ts';
import { createDecision, deleteDecision, updateDecision } from './write.ts';

export function decisionRoutes(app: FastifyInstance, context: Context) {
  serve(app, context, decisionApi.list, (asked) =>
    listDecisions(context, municipalityRequestOf(asked), asked.params, asked.query),
  );
  serve(app, context, decisionApi.create, (asked) =>
    createDecision(context, municipalityRequestOf(asked), asked.params, asked.body),
  );
  serve(app, context, decisionApi.update, (asked) =>
    updateDecision(context, municipalityRequestOf(asked), asked.params.id, asked.body),
  );
  serve(app, context, decisionApi.delete, (asked) =>
    deleteDecision(context, municipalityRequestOf(asked), asked.params.id),
  );
}
