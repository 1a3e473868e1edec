import type { FastifyInstance } from 'fastify';
import { planApi } from '@vointi/shared/plan/read-contract.ts';
import { serve } from '../../platform/serve.ts';
import type { Context } from '../../platform/context.ts';
import { exportBoardCsv } from './export-csv.ts';
import { getBoard } from './read.ts';
import { getTerm } from './term.ts';

export function planRoutes(app: FastifyInstance, context: Context) {
  serve(app, context, planApi.board, ({ params, query, ...reader }) => getBoard(context, params, query, reader));
  serve(app, context, planApi.exportCsv, ({ params, query, ...reader }) =>
    exportBoardCsv(context, params, query, reader),
  );
  serve(app, context, planApi.term, ({ params, ...reader }) => getTerm(context, params, reader));
}
