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
  serve(app, context, userApi.list, (asked) => listUsers(context, municipalityRequestOf(asked), asked.query));
  serve(app, context, userApi.invite, (asked) => inviteUser(context, municipalityRequestOf(asked), asked.body));
  serve(app, context, userApi.update, (asked) =>
    updateUser(context, municipalityRequestOf(asked), asked.params.id, asked.body),
  );
  serve(app, context, userApi.resend, (asked) =>
    resendInvitation(context, municipalityRequestOf(asked), asked.params.id),
  );
  serve(app, context, userApi.disable, (asked) => disableUser(context, municipalityRequestOf(asked), target(asked)));
  serve(app, context, userApi.enable, (asked) => enableUser(context, municipalityRequestOf(asked), target(asked)));
  serve(app, context, userApi.remove, (asked) => removeUser(context, municipalityRequestOf(asked), target(asked)));
}
