import type { FastifyInstance } from 'fastify';
import { roundManageApi } from '@vointi/shared/round/manage-contract.ts';
import type { Context } from '../../platform/context.ts';
import { type ApiRequest, municipalityOf, personOf, serve } from '../../platform/serve.ts';
import { listReminders } from './read-log.ts';
import { remindNow } from './write-manual.ts';

const reminderRequestOf = ({ params, grant, at, requestId }: ApiRequest & { params: { roundId: string } }) => ({
  municipalityId: municipalityOf(grant),
  roundId: params.roundId,
  at,
  requestId,
});

export function reminderRoutes(app: FastifyInstance, context: Context) {
  serve(app, context, roundManageApi.remind, (request) =>
    remindNow(context, { ...reminderRequestOf(request), person: personOf(request.actor) }, request.body.departments),
  );
  serve(app, context, roundManageApi.listReminders, (request) => listReminders(context, reminderRequestOf(request)));
}
