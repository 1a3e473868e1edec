import type { FastifyInstance } from 'fastify';
import { findingApi } from '@vointi/shared/finding/contract.ts';
import type { Context } from '../../platform/context.ts';
import { municipalityRequestOf } from '../../platform/municipality-request.ts';
import { type ApiRequest, serve } from '../../platform/serve.ts';
import { listProposals } from './propose.ts';
import { listFindings } from './read.ts';
import { createFinding, deleteFinding, updateFinding } from './write.ts';

const inPlan = (request: ApiRequest & { params: { slug: string; year: number } }) => ({
  ...municipalityRequestOf(request),
  year: request.params.year,
  grant: request.grant,
});

export function findingRoutes(app: FastifyInstance, context: Context) {
  serve(app, context, findingApi.list, ({ params, ...reader }) => listFindings(context, params, reader));
  serve(app, context, findingApi.create, (request) => createFinding(context, inPlan(request), request.body));
  serve(app, context, findingApi.listProposals, ({ params, ...reader }) => listProposals(context, params, reader));
  serve(app, context, findingApi.update, (request) =>
    updateFinding(context, inPlan(request), request.params.id, request.body),
  );
  serve(app, context, findingApi.delete, (request) =>
    deleteFinding(context, inPlan(request), request.params.id, request.body.version),
  );
}
