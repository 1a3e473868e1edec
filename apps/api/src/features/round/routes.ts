import type { FastifyInstance } from 'fastify';
import { roundApi } from '@vointi/shared/round/contract.ts';
import { roundManageApi } from '@vointi/shared/round/manage-contract.ts';
import type { Context } from '../../platform/context.ts';
import { municipalityRequestOf } from '../../platform/municipality-request.ts';
import { serve } from '../../platform/serve.ts';
import { getRound } from './overview.ts';
import { listPublicRounds, listRounds } from './read.ts';
import { createRound, deleteRound, updateRound } from './write.ts';
import { closeReopening, reopenRound } from './write-reopening.ts';
import { closeRound, openRound } from './write-state.ts';

export function roundRoutes(app: FastifyInstance, context: Context) {
  const api = roundManageApi;
  serve(app, context, roundApi.list, ({ params, ...reader }) => listPublicRounds(context, params, reader));
  serve(app, context, api.create, (request) =>
    createRound(context, municipalityRequestOf(request), request.params, request.body),
  );
  serve(app, context, api.list, (request) => listRounds(context, municipalityRequestOf(request)));
  serve(app, context, api.get, (request) => getRound(context, municipalityRequestOf(request), request.params.roundId));
  serve(app, context, api.update, (request) =>
    updateRound(context, municipalityRequestOf(request), request.params.roundId, request.body),
  );
  serve(app, context, api.delete, (request) =>
    deleteRound(context, municipalityRequestOf(request), request.params.roundId),
  );
  serve(app, context, api.open, (request) =>
    openRound(context, municipalityRequestOf(request), request.params.roundId, request.body.version),
  );
  serve(app, context, api.close, (request) =>
    closeRound(context, municipalityRequestOf(request), request.params.roundId, request.body.version),
  );
  serve(app, context, api.reopen, (request) =>
    reopenRound(context, municipalityRequestOf(request), request.params.roundId, request.body),
  );
  serve(app, context, api.closeReopening, (request) =>
    closeReopening(context, municipalityRequestOf(request), request.params.roundId, request.params.id),
  );
}
