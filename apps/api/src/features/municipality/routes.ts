import type { FastifyInstance } from 'fastify';
import { municipalityApi } from '@vointi/shared/municipality/contract.ts';
import type { Context } from '../../platform/context.ts';
import { serve } from '../../platform/serve.ts';
import { listMunicipalities } from './read.ts';

export function municipalityRoutes(app: FastifyInstance, context: Context) {
  serve(app, context, municipalityApi.list, () => listMunicipalities(context));
}
