import type { FastifyInstance } from 'fastify';
import { indicatorApi } from '@vointi/shared/indicator/read-contract.ts';
import type { Context } from '../../platform/context.ts';
import { serve } from '../../platform/serve.ts';
import { exportCsv } from './export-csv.ts';
import { exportJsonStat } from './export-json-stat.ts';
import { getIndicator } from './get.ts';
import { listIndicators } from './list.ts';

export function indicatorRoutes(app: FastifyInstance, context: Context) {
  serve(app, context, indicatorApi.list, ({ params, query, ...reader }) =>
    listIndicators(context, params, query, reader),
  );
  serve(app, context, indicatorApi.get, ({ params, ...reader }) => getIndicator(context, params, reader));
  serve(app, context, indicatorApi.exportCsv, ({ params, query, ...reader }) =>
    exportCsv(context, { ...params, ...query }, reader),
  );
  serve(app, context, indicatorApi.exportJsonStat, ({ params, query, ...reader }) =>
    exportJsonStat(context, { ...params, ...query }, reader),
  );
}
