import type { FastifyInstance } from 'fastify';
import { displayApi, screenApi } from '@vointi/shared/display/contract.ts';
import type { Context } from '../../platform/context.ts';
import { municipalityRequestOf } from '../../platform/municipality-request.ts';
import { serve } from '../../platform/serve.ts';
import { getMeasure } from '../measure/public.ts';
import { getDisplay, getOwnDisplay, listDisplays } from './read.ts';
import { getScenes } from './read-scenes.ts';
import { createDisplay, deleteDisplay, updateDisplay } from './write.ts';
import { commandDisplay } from './write-command.ts';
import { claimPairing, createPairing } from './write-pairing.ts';

export function displayRoutes(app: FastifyInstance, context: Context) {
  serve(app, context, screenApi.createPairing, (request) => createPairing(context, request));
  serve(app, context, screenApi.claim, (request) => claimPairing(context, request));
  serve(app, context, screenApi.get, (request) => getOwnDisplay(context, request));
  serve(app, context, screenApi.scenes, ({ params, ...reader }) => getScenes(context, params, reader));
  // Everybody in the room sees the screen, so it shows the public's data even when a person has signed in at it.
  serve(app, context, screenApi.measure, ({ params, ...reader }) => getMeasure(context, params, reader, false));
  serve(app, context, screenApi.events, async ({ params, ...reader }) => async (request, reply) => {
    await context.live.open(params.slug, reader, request, reply);
    return reply;
  });
  serve(app, context, displayApi.list, (request) => listDisplays(context, municipalityRequestOf(request)));
  serve(app, context, displayApi.create, (request) =>
    createDisplay(context, municipalityRequestOf(request), request.body, request.request.ip),
  );
  serve(app, context, displayApi.get, (request) =>
    getDisplay(context, municipalityRequestOf(request), request.params.id),
  );
  serve(app, context, displayApi.update, (request) =>
    updateDisplay(context, municipalityRequestOf(request), request.params.id, request.body),
  );
  serve(app, context, displayApi.delete, (request) =>
    deleteDisplay(context, municipalityRequestOf(request), request.params.id),
  );
  serve(app, context, displayApi.command, (request) =>
    commandDisplay(context, municipalityRequestOf(request), request.params.id, request.body),
  );
}
