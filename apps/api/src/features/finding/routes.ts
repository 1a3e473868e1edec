import type { FastifyInstance } from 'fastify';
import { findingApi } from '@vointi/shared/finding/contract.ts';
import type { Context } from '../../platform/context.ts';
import { municipalityRequestOf } from '../../platform/municipality-request.ts';
import { type ApiRequest, serve } from '../../platform/serve.ts';
import { listProposals } from './propose.ts';
import { listFindings } from './read.ts';
import { createFinding, deleteFinding, updateFinding } from './write.ts';

const inPlan = (asked: ApiRequest & { params: { slug: string; year: number } }) => ({
  ...municipalityRequestOf(asked),
  year: asked.params.year,
  grant: asked.grant,
});

export function findingRoutes(app: FastifyInstance, context: Context) {
  serve(app, context, findingApi.list, ({ params, ...reader }) => listFindings(context, params, reader));
  serve(app, context, findingApi.create, (asked) => createFinding(context, inPlan(asked), asked.body));
  serve(app, context, findingApi.listProposals, ({ params, ...reader }) => listProposals(context, params, reader));
  serve(app, context, findingApi.update, (asked) => updateFinding(context, inPlan(asked), asked.params.id, asked.body));
  serve(app, context, findingApi.delete, (asked) =>
    deleteFinding(context, inPlan(asked), asked.params.id, asked.body.version),
  );
}
