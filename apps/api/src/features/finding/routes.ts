import type { FastifyInstance } from 'fastify';
import { findingApi } from '@vointi/shared/finding/contract.ts';
import type { Context } from '../../platform/context.ts';
import { serve } from '../../platform/serve.ts';
import { listFindings } from './read.ts';

export function findingRoutes(app: FastifyInstance, context: Context) {
  serve(app, context, findingApi.list, ({ params, ...reader }) => listFindings(context, params, reader));
}
