import type { FastifyInstance } from 'fastify';
import { reportApi } from '@vointi/shared/report/contract.ts';
import type { Context } from '../../platform/context.ts';
import { serve } from '../../platform/serve.ts';
import { listReporting } from './read.ts';

export function reportRoutes(app: FastifyInstance, context: Context) {
  serve(app, context, reportApi.list, ({ actor, query }) => listReporting(context, actor, query));
}
