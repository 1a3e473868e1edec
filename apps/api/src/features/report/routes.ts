import type { FastifyInstance } from 'fastify';
import { reportApi } from '@vointi/shared/report/contract.ts';
import { reportWriteApi } from '@vointi/shared/report/write-contract.ts';
import type { Context } from '../../platform/context.ts';
import { serve } from '../../platform/serve.ts';
import { listReporting } from './read.ts';
import { approveReport } from './write-approve.ts';
import { commentReport, visitReporting } from './write-comment.ts';
import { confirmRest } from './write-confirm-rest.ts';
import { deleteDraft, saveDraft } from './write-draft.ts';
import { submitReport } from './write-submit.ts';

export function reportRoutes(app: FastifyInstance, context: Context) {
  serve(app, context, reportApi.list, ({ actor, query }) => listReporting(context, actor, query));
  serve(app, context, reportWriteApi.submit, (asked) => submitReport(context, asked, asked));
  serve(app, context, reportWriteApi.confirmRest, (asked) => confirmRest(context, asked, asked));
  serve(app, context, reportWriteApi.saveDraft, (asked) => saveDraft(context, asked, asked));
  serve(app, context, reportWriteApi.deleteDraft, (asked) => deleteDraft(context, asked, asked.params));
  serve(app, context, reportWriteApi.approve, (asked) => approveReport(context, asked, asked));
  serve(app, context, reportWriteApi.comment, (asked) => commentReport(context, asked, asked));
  serve(app, context, reportWriteApi.visit, (asked) => visitReporting(context, asked, asked.params));
}
