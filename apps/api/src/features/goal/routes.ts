import type { FastifyInstance } from 'fastify';
import { goalApi } from '@vointi/shared/goal/contract.ts';
import type { Context } from '../../platform/context.ts';
import { serve } from '../../platform/serve.ts';
import { getGoal } from './read.ts';

export function goalRoutes(app: FastifyInstance, context: Context) {
  serve(app, context, goalApi.get, ({ params, ...reader }) => getGoal(context, params, reader));
}
