import type { FastifyInstance } from 'fastify';
import { userApi } from '@vointi/shared/user/contract.ts';
import type { Context } from '../../platform/context.ts';
import { municipalityRequestOf } from '../../platform/municipality-request.ts';
import { serve } from '../../platform/serve.ts';
import { listUsers } from './list.ts';
import { inviteUser, resendInvitation } from './write-invite.ts';
import { disableUser, enableUser, removeUser } from './write-state.ts';
import { updateUser } from './write-update.ts';

const target = ({ params, body }: { params: { id: string }; body: { version: number } }) => ({
  id: params.id,
  version: body.version,
});

export function userRoutes(app: FastifyInstance, context: Context) {
  serve(app, context, userApi.list, (request) => listUsers(context, municipalityRequestOf(request), request.query));
  serve(app, context, userApi.invite, (request) => inviteUser(context, municipalityRequestOf(request), request.body));
  serve(app, context, userApi.update, (request) =>
    updateUser(context, municipalityRequestOf(request), request.params.id, request.body),
  );
  serve(app, context, userApi.resend, (request) =>
    resendInvitation(context, municipalityRequestOf(request), request.params.id),
  );
  serve(app, context, userApi.disable, (request) =>
    disableUser(context, municipalityRequestOf(request), target(request)),
  );
  serve(app, context, userApi.enable, (request) =>
    enableUser(context, municipalityRequestOf(request), target(request)),
  );
  serve(app, context, userApi.remove, (request) =>
    removeUser(context, municipalityRequestOf(request), target(request)),
  );
}
