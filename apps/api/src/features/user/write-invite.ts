import type { Tx } from '@vointi/db/client.ts';
import type { Input } from '@vointi/shared/http/route.ts';
import type { userApi, UserRow } from '@vointi/shared/user/contract.ts';
import { AppError, refused } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import { limit, limits, uncount } from '../../platform/limit.ts';
import { lockUserOf } from '../../platform/lock-user.ts';
import { mutate } from '../../platform/mutate.ts';
import { createLink } from '../../platform/one-time-link.ts';
import { assertMail, enqueueMail } from '../mail/public.ts';
import { resolveRoles, toCodes } from './roles.ts';
import { type MunicipalityRequest, readMember } from './rows.ts';

type Invitation = Input<typeof userApi.invite>['body'];

/** Retries once: two municipalities may invite one address at once, and the later then finds the account of the earlier. */
export async function inviteUser(
  context: Context,
  request: MunicipalityRequest,
  invitation: Invitation,
): Promise<UserRow> {
  assertMail(context.settings);
  const invite = () => inviteOnce(context, request, invitation);
  return mailingTo(context, invitation.email, () =>
    invite().catch((error: unknown) => {
      if ((error as { code?: string }).code !== 'P2002') throw error;
      return invite();
    }),
  );
}

/** Counts a mail to this address; takes it back when the work fails. @throws AppError too_many_requests */
export async function mailingTo<T>(context: Context, email: string, work: () => Promise<T>): Promise<T> {
  const of = { account: email };
  await limit(context, limits.invitationAccount, of);
  try {
    return await work();
  } catch (error) {
    await uncount(context, limits.invitationAccount, of);
    throw error;
  }
}

const inviteOnce = (context: Context, request: MunicipalityRequest, invitation: Invitation): Promise<UserRow> =>
  mutate(context, request, { action: 'user.invite', touches: 'nothing', lock: 'municipality' }, async (tx) => {
    const { municipalityId } = request;
    const { email, displayName, language } = invitation;
    const roles = await resolveRoles(tx, request, invitation.roles);
    // Locked, so that the account's own municipality cannot move it to another address while it gets roles here.
    const known = await lockUserOf(tx, email);
    if (known !== undefined && (await tx.membership.count({ where: { municipalityId, userId: known } })) > 0) {
      throw refused('body.email', 'already_there');
    }
    const id = known ?? (await tx.user.create({ data: { email, displayName, language }, select: { id: true } })).id;
    await tx.membership.createMany({ data: roles.map((role) => ({ ...role, municipalityId, userId: id })) });
    await sendInvitation(tx, request, id);
    return {
      result: await readMember(tx, request, id),
      audit: { subject: `user:${id}`, after: { roles: roles.map(toCodes), isNew: known === undefined } },
    };
  });

/** Mails a person with a password about the new role, and any other person a link to choose a password. */
async function sendInvitation(tx: Tx, { at, municipalityId }: MunicipalityRequest, userId: string) {
  const { passwordHash, issuer } = await tx.user.findUniqueOrThrow({ where: { id: userId } });
  if (passwordHash !== null || issuer !== null) return enqueueMail(tx, { kind: 'access', userId, municipalityId });
  const linkId = await createLink(tx, at, { userId, kind: 'invitation' });
  return enqueueMail(tx, { kind: 'invitation', linkId });
}

/** Sends a new link and ends the former one. A person with a password gets a link to choose another. */
export async function resendInvitation(context: Context, request: MunicipalityRequest, id: string): Promise<UserRow> {
  assertMail(context.settings);
  const { email } = await readMember(context.db, request, id);
  return mailingTo(context, email ?? id, () => resend(context, request, id));
}

const resending = {
  action: ['user.invite', 'password.request_reset'],
  touches: 'nothing',
  lock: 'municipality',
} as const;

const resend = (context: Context, request: MunicipalityRequest, id: string): Promise<UserRow> =>
  mutate(context, request, resending, async (tx) => {
    const { state, isExternal, can } = await readMember(tx, request, id);
    if (isExternal) throw refused('params.id', 'external_account');
    if (!can.invite) throw new AppError('invalid_request', [{ path: 'params.id', message: `is ${state}` }]);
    const kind = state === 'invited' ? 'invitation' : 'reset';
    const linkId = await createLink(tx, request.at, { userId: id, kind });
    await enqueueMail(tx, { kind, linkId });
    return {
      result: await readMember(tx, request, id),
      audit: {
        action: kind === 'invitation' ? 'user.invite' : 'password.request_reset',
        subject: `user:${id}`,
        after: { isAgain: true },
      },
    };
  });
