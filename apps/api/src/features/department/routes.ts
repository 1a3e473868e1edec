import type { FastifyInstance } from 'fastify';
import { departmentApi } from '@vointi/shared/department/contract.ts';
import { departmentManageApi } from '@vointi/shared/department/manage-contract.ts';
import type { Context } from '../../platform/context.ts';
import { municipalityRequestOf } from '../../platform/municipality-request.ts';
import { serve } from '../../platform/serve.ts';
import { listDepartments } from './manage-list.ts';
import { createDepartment, updateDepartment } from './manage-write.ts';
import { previewMerge } from './merge-read.ts';
import { mergeDepartments } from './merge-write.ts';
import { getDepartment } from './read.ts';

export function departmentRoutes(app: FastifyInstance, context: Context) {
  serve(app, context, departmentApi.get, ({ params, ...reader }) => getDepartment(context, params, reader));
  serve(app, context, departmentManageApi.list, (request) =>
    listDepartments(context, municipalityRequestOf(request), request.query),
  );
  serve(app, context, departmentManageApi.create, (request) =>
    createDepartment(context, municipalityRequestOf(request), request.body),
  );
  serve(app, context, departmentManageApi.update, (request) =>
    updateDepartment(context, municipalityRequestOf(request), request.params.id, request.body),
  );
  serve(app, context, departmentManageApi.previewMerge, (request) =>
    previewMerge(context, municipalityRequestOf(request), { from: request.params.id, into: request.query.into }),
  );
  serve(app, context, departmentManageApi.merge, (request) =>
    mergeDepartments(context, municipalityRequestOf(request), { from: request.params.id, ...request.body }),
  );
}
