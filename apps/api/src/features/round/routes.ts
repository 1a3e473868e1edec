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
  serve(app, context, api.create, (asked) =>
    createRound(context, municipalityRequestOf(asked), asked.params, asked.body),
  );
  serve(app, context, api.list, (asked) => listRounds(context, municipalityRequestOf(asked)));
  serve(app, context, api.get, (asked) => getRound(context, municipalityRequestOf(asked), asked.params.roundId));
  serve(app, context, api.update, (asked) =>
    updateRound(context, municipalityRequestOf(asked), asked.params.roundId, asked.body),
  );
  serve(app, context, api.delete, (asked) => deleteRound(context, municipalityRequestOf(asked), asked.params.roundId));
  serve(app, context, api.open, (asked) =>
    openRound(context, municipalityRequestOf(asked), asked.params.roundId, asked.body.version),
  );
  serve(app, context, api.close, (asked) =>
    closeRound(context, municipalityRequestOf(asked), asked.params.roundId, asked.body.version),
  );
  serve(app, context, api.reopen, (asked) =>
    reopenRound(context, municipalityRequestOf(asked), asked.params.roundId, asked.body),
  );
  serve(app, context, api.closeReopening, (asked) =>
    closeReopening(context, municipalityRequestOf(asked), asked.params.roundId, asked.params.id),
  );
}
