import type { FastifyInstance } from 'fastify';
import { municipalityApi } from '@vointi/shared/municipality/contract.ts';
import { settingsApi } from '@vointi/shared/municipality/settings-contract.ts';
import type { Context } from '../../platform/context.ts';
import { municipalityRequestOf } from '../../platform/municipality-request.ts';
import { municipalityOf, serve } from '../../platform/serve.ts';
import { sendFeedback } from './feedback.ts';
import { listMunicipalities } from './read.ts';
import { getLogo, getPublicSettings, readSettings } from './settings-read.ts';
import { updateLogo, updateSettings } from './settings-write.ts';

export function municipalityRoutes(app: FastifyInstance, context: Context) {
  serve(app, context, municipalityApi.list, ({ actor }) => listMunicipalities(context, actor));
  serve(app, context, settingsApi.getPublic, ({ params, ...reader }) =>
    getPublicSettings(context, params.slug, reader),
  );
  serve(app, context, settingsApi.get, ({ grant }) => readSettings(context.db, municipalityOf(grant)));
  serve(app, context, settingsApi.update, (request) =>
    updateSettings(context, municipalityRequestOf(request), request.body),
  );
  serve(app, context, settingsApi.updateLogo, (request) =>
    updateLogo(context, municipalityRequestOf(request), request.body),
  );
  serve(app, context, settingsApi.getLogo, ({ params, query, ...reader }) =>
    getLogo(context, params.slug, query.v, reader),
  );
  serve(app, context, settingsApi.sendFeedback, (request) => sendFeedback(context, request));
}
