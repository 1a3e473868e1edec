import type { FastifyInstance } from 'fastify';
import { measureApi } from '@vointi/shared/measure/contract.ts';
import type { Context } from '../../platform/context.ts';
import { serve } from '../../platform/serve.ts';
import { listHistory } from './history.ts';
import { getMeasure } from './read.ts';
import { listRevisions } from './revisions.ts';

export function measureRoutes(app: FastifyInstance, context: Context) {
  serve(app, context, measureApi.get, ({ params, ...reader }) => getMeasure(context, params, reader));
  serve(app, context, measureApi.revisions, ({ params, ...reader }) => listRevisions(context, params, reader));
  serve(app, context, measureApi.history, ({ params, ...reader }) => listHistory(context, params, reader));
}
