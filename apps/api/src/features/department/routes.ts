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
  serve(app, context, departmentManageApi.list, (asked) =>
    listDepartments(context, municipalityRequestOf(asked), asked.query),
  );
  serve(app, context, departmentManageApi.create, (asked) =>
    createDepartment(context, municipalityRequestOf(asked), asked.body),
  );
  serve(app, context, departmentManageApi.update, (asked) =>
    updateDepartment(context, municipalityRequestOf(asked), asked.params.id, asked.body),
  );
  serve(app, context, departmentManageApi.previewMerge, (asked) =>
    previewMerge(context, municipalityRequestOf(asked), { from: asked.params.id, into: asked.query.into }),
  );
  serve(app, context, departmentManageApi.merge, (asked) =>
    mergeDepartments(context, municipalityRequestOf(asked), { from: asked.params.id, ...asked.body }),
  );
}
