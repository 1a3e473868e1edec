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
  serve(app, context, screenApi.createPairing, (asked) => createPairing(context, asked));
  serve(app, context, screenApi.claim, (asked) => claimPairing(context, asked));
  serve(app, context, screenApi.get, (asked) => getOwnDisplay(context, asked));
  serve(app, context, screenApi.scenes, ({ params, ...reader }) => getScenes(context, params, reader));
  // Whoever has signed in at the wall, it is seen by everybody in the room.
  serve(app, context, screenApi.measure, ({ params, ...reader }) => getMeasure(context, params, reader, false));
  serve(app, context, screenApi.events, async ({ params, ...reader }) => async (request, reply) => {
    await context.live.open(params.slug, reader, request, reply);
    return reply;
  });
  serve(app, context, displayApi.list, (asked) => listDisplays(context, municipalityRequestOf(asked)));
  serve(app, context, displayApi.create, (asked) =>
    createDisplay(context, municipalityRequestOf(asked), asked.body, asked.request.ip),
  );
  serve(app, context, displayApi.get, (asked) => getDisplay(context, municipalityRequestOf(asked), asked.params.id));
  serve(app, context, displayApi.update, (asked) =>
    updateDisplay(context, municipalityRequestOf(asked), asked.params.id, asked.body),
  );
  serve(app, context, displayApi.delete, (asked) =>
    deleteDisplay(context, municipalityRequestOf(asked), asked.params.id),
  );
  serve(app, context, displayApi.command, (asked) =>
    commandDisplay(context, municipalityRequestOf(asked), asked.params.id, asked.body),
  );
}
