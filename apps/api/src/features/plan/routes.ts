import type { FastifyInstance } from 'fastify';
import { planApi } from '@vointi/shared/plan/contract.ts';
import { serve } from '../../platform/serve.ts';
import type { Context } from '../../platform/context.ts';
import { getBoard } from './read.ts';
import { getTerm } from './term.ts';

export function planRoutes(app: FastifyInstance, context: Context) {
  serve(app, planApi.board, ({ params, query }) => getBoard(context, params, query));
  serve(app, planApi.term, ({ params }) => getTerm(context, params));
}
