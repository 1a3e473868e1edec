import type { FastifyInstance } from 'fastify';
import { indicatorImportApi } from '@vointi/shared/indicator/import-contract.ts';
import { indicatorManageApi } from '@vointi/shared/indicator/manage-contract.ts';
import { indicatorApi } from '@vointi/shared/indicator/read-contract.ts';
import type { Context } from '../../platform/context.ts';
import { municipalityRequestOf } from '../../platform/municipality-request.ts';
import { serve } from '../../platform/serve.ts';
import { exportCsv } from './export-csv.ts';
import { exportJsonStat } from './export-json-stat.ts';
import { getIndicator } from './get.ts';
import { importValues, previewImport } from './import.ts';
import { listIndicators } from './list.ts';
import { createIndicator, deleteIndicator, updateIndicator } from './write-indicator.ts';
import { updateLinks } from './write-links.ts';
import { updateBreaks, updateTargets } from './write-parts.ts';
import { createSet, listSets, updateSet } from './write-set.ts';
import { updateValues } from './write-values.ts';

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
  serve(app, context, indicatorManageApi.create, (asked) =>
    createIndicator(context, municipalityRequestOf(asked), asked.body),
  );
  serve(app, context, indicatorManageApi.update, (asked) =>
    updateIndicator(context, municipalityRequestOf(asked), asked.params.id, asked.body),
  );
  serve(app, context, indicatorManageApi.delete, (asked) =>
    deleteIndicator(context, municipalityRequestOf(asked), asked.params.id, asked.body.version),
  );
  serve(app, context, indicatorManageApi.updateValues, (asked) =>
    updateValues(context, municipalityRequestOf(asked), asked.body.cells),
  );
  serve(app, context, indicatorManageApi.updateTargets, (asked) =>
    updateTargets(context, municipalityRequestOf(asked), asked.params.id, asked.body),
  );
  serve(app, context, indicatorManageApi.updateBreaks, (asked) =>
    updateBreaks(context, municipalityRequestOf(asked), asked.params.id, asked.body),
  );
  serve(app, context, indicatorManageApi.updateLinks, (asked) =>
    updateLinks(context, municipalityRequestOf(asked), asked.params, asked.body),
  );
  serve(app, context, indicatorManageApi.listSets, (asked) => listSets(context, municipalityRequestOf(asked)));
  serve(app, context, indicatorManageApi.createSet, (asked) =>
    createSet(context, municipalityRequestOf(asked), asked.body),
  );
  serve(app, context, indicatorManageApi.updateSet, (asked) =>
    updateSet(context, municipalityRequestOf(asked), asked.params.id, asked.body),
  );
  serve(app, context, indicatorImportApi.preview, (asked) =>
    previewImport(context, municipalityRequestOf(asked), asked.body),
  );
  serve(app, context, indicatorImportApi.import, (asked) =>
    importValues(context, municipalityRequestOf(asked), asked.body),
  );
}
