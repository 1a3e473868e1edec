import * as z from 'zod';
import type { Input, Result } from '@vointi/shared/http/route.ts';
import type { sessionApi } from '@vointi/shared/session/contract.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import { addJob, type Task } from '../../platform/jobs.ts';
import { clearLimit, limit, limits, uncount } from '../../platform/limit.ts';
import { mutate, system, unchanged } from '../../platform/mutate.ts';
import { createLink, endLinks, linkOfToken } from '../../platform/one-time-link.ts';
import { hashPassword } from '../../platform/password-hash.ts';
import type { ApiRequest } from '../../platform/serve.ts';
import { endSessions } from '../../platform/session.ts';
import { assertMail, enqueueMail } from '../mail/public.ts';
import { assertUncommon } from './password-policy.ts';
import { ownerOf, ownerSelect } from './write-account.ts';
import { auditOfPerson, beginSession } from './write-session.ts';

export const resetTask = 'request_reset';
const ResetJob = z.object({ userId: z.uuid().nullable(), requestId: z.string() });

const leavingJob = {
  action: { unaudited: 'the job writes the audit row of its account' },
  touches: 'nothing',
} as const;

/** Queues the same job whether the account exists or not, so that neither answer nor time reveals it. */
export async function requestReset(
  context: Context,
  { body, ...apiRequest }: Input<typeof sessionApi.requestReset> & ApiRequest,
): Promise<Result<typeof sessionApi.requestReset>> {
  assertMail(context.settings);
  await limit(context, limits.resetAddress, { address: apiRequest.request.ip });
  await limit(context, limits.resetAccount, { account: body.email });
  const user = await context.db.user.findFirst({
    where: { email: body.email, issuer: null, removedAt: null, memberships: { some: { disabledAt: null } } },
    select: { id: true },
  });
  const job: z.input<typeof ResetJob> = { userId: user?.id ?? null, requestId: apiRequest.requestId };
  // Delayed: the work for an existing account would slow the answer down and reveal it.
  return mutate(context, apiRequest, leavingJob, async (tx) => {
    await addJob(tx, resetTask, job, { afterSeconds: 2 });
    return { result: { done: true } };
  });
}

/** Mails the link. A person who never had a password gets the invitation again. */
export function requestResetTask(context: Context): Task {
  return async (payload) => {
    const { userId, requestId } = ResetJob.parse(payload);
    if (userId === null) return;
    const writer = { ...system(context.now()), requestId };
    const resetting = { action: 'password.request_reset', touches: 'nothing', lock: { user: userId } } as const;
    await mutate(context, writer, resetting, async (tx) => {
      const user = await tx.user.findUnique({ where: { id: userId }, select: { passwordHash: true, email: true } });
      if (!user?.email) return unchanged(undefined);
      const kind = user.passwordHash === null ? 'invitation' : 'reset';
      const linkId = await createLink(tx, writer.at, { userId, kind });
      await enqueueMail(tx, { kind, linkId });
      return { result: undefined, audit: await auditOfPerson(tx, userId, {}) };
    });
  };
}

/** The valid link of a token, with its owner. @throws AppError link_expired for any other */
async function linkOf({ db, settings, now }: Context, token: string) {
  const id = linkOfToken(settings.linkSecret, token);
  const link =
    id === undefined
      ? null
      : await db.oneTimeLink.findUnique({
          where: {
            id,
            endedAt: null,
            expiresAt: { gt: now() },
            user: { issuer: null, removedAt: null, memberships: { some: { disabledAt: null } } },
          },
          select: { id: true, kind: true, userId: true, user: { select: ownerSelect } },
        });
  if (!link?.user.email) throw new AppError('link_expired');
  return { ...link, email: link.user.email };
}

/** As `linkOf`, and counts invalid tokens against guessing. */
async function countedLinkOf(context: Context, token: string, address: string) {
  await limit(context, limits.linkAddress, { address });
  const link = await linkOf(context, token);
  await uncount(context, limits.linkAddress, { address });
  return link;
}

export async function readLink(
  context: Context,
  { body, request }: Input<typeof sessionApi.readLink> & ApiRequest,
): Promise<Result<typeof sessionApi.readLink>> {
  const { kind, email, user } = await countedLinkOf(context, body.token, request.ip);
  const [only, ...others] = user.memberships;
  const municipality = only && others.length === 0 ? (only.municipality.name as Text) : null;
  return { kind, email, displayName: user.displayName, municipality };
}

export async function useLink(
  context: Context,
  { body, ...apiRequest }: Input<typeof sessionApi.useLink> & ApiRequest,
): Promise<Result<typeof sessionApi.useLink>> {
  const { at, request } = apiRequest;
  const { id, email, userId, user } = await countedLinkOf(context, body.token, request.ip);
  await assertUncommon(body.password, ownerOf(user));
  const passwordHash = await hashPassword(body.password);
  const state = await beginSession(context, apiRequest, { userId, method: 'link' }, async (tx) => {
    const { count } = await tx.oneTimeLink.updateMany({
      where: { id, endedAt: null, expiresAt: { gt: at } },
      data: { endedAt: at },
    });
    const isIn = await tx.membership.count({ where: { userId, disabledAt: null } });
    if (count === 0 || isIn === 0) throw new AppError('link_expired');
    await tx.user.update({ where: { id: userId }, data: { passwordHash } });
    await endSessions(tx, at, [userId]);
    await endLinks(tx, at, userId);
    return auditOfPerson(tx, userId, { action: 'password.update', actorId: userId } as const);
  });
  await clearLimit(context, limits.signInHere, { account: email, address: request.ip });
  return state;
}
