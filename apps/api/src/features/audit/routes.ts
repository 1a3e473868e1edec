import type { FastifyInstance } from 'fastify';
import { auditApi } from '@vointi/shared/audit/contract.ts';
import type { Context } from '../../platform/context.ts';
import { municipalityOf, serve } from '../../platform/serve.ts';
import { exportAudit } from './export.ts';
import { listAudit } from './read.ts';

export function auditRoutes(app: FastifyInstance, context: Context) {
  serve(app, context, auditApi.list, ({ grant, query }) => listAudit(context, municipalityOf(grant), query));
  serve(app, context, auditApi.export, ({ params, grant, body, actor, at, requestId }) =>
    exportAudit(context, { slug: params.slug, municipalityId: municipalityOf(grant), actor, at, requestId }, body),
  );
}
