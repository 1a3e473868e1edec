import type { FastifyInstance } from 'fastify';
import { departmentApi } from '@vointi/shared/department/contract.ts';
import type { Context } from '../../platform/context.ts';
import { serve } from '../../platform/serve.ts';
import { getDepartment } from './read.ts';

export function departmentRoutes(app: FastifyInstance, context: Context) {
  serve(app, context, departmentApi.get, ({ params, ...reader }) => getDepartment(context, params, reader));
}
