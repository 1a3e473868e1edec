import type { FastifyInstance } from 'fastify';
import { reportApi } from '@vointi/shared/report/contract.ts';
import { reportWriteApi } from '@vointi/shared/report/write-contract.ts';
import type { Context } from '../../platform/context.ts';
import { serve } from '../../platform/serve.ts';
import { listReporting } from './read.ts';
import { approveReport } from './write-approve.ts';
import { approveDepartment } from './write-approve-all.ts';
import { commentReport, visitReporting } from './write-comment.ts';
import { confirmRest } from './write-confirm-rest.ts';
import { deleteDraft, saveDraft } from './write-draft.ts';
import { submitReport } from './write-submit.ts';

export function reportRoutes(app: FastifyInstance, context: Context) {
  serve(app, context, reportApi.list, ({ actor, query }) => listReporting(context, actor, query));
  serve(app, context, reportWriteApi.submit, (request) => submitReport(context, request, request));
  serve(app, context, reportWriteApi.confirmRest, (request) => confirmRest(context, request, request));
  serve(app, context, reportWriteApi.saveDraft, (request) => saveDraft(context, request, request));
  serve(app, context, reportWriteApi.deleteDraft, (request) => deleteDraft(context, request, request.params));
  serve(app, context, reportWriteApi.approve, (request) => approveReport(context, request, request));
  serve(app, context, reportWriteApi.approveAll, (request) => approveDepartment(context, request, request));
  serve(app, context, reportWriteApi.comment, (request) => commentReport(context, request, request));
  serve(app, context, reportWriteApi.visit, (request) => visitReporting(context, request, request.params));
}
