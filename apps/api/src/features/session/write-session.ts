import type { Tx } from '@vointi/db/client.ts';
import type { Input, Result } from '@vointi/shared/http/route.ts';
import type { SessionState, sessionApi } from '@vointi/shared/session/contract.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import { assertLimit, clearLimit, limit, limits, uncount } from '../../platform/limit.ts';
import { type AuditEntry, mutate } from '../../platform/mutate.ts';
import { isPassword } from '../../platform/password-hash.ts';
import { type ApiRequest, personOf } from '../../platform/serve.ts';
import { clearCookie, createSession, endSessions, type NewSession, setCookie } from '../../platform/session.ts';
import { newSessionState } from './read.ts';

/** An id that belongs to nobody. */
const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * Returns an audit row for each municipality where the person has a role, because each is responsible for its own
 * sign-ins; no row for a person without a role.
 */
export async function auditOfPerson<E extends Omit<AuditEntry, 'subject'>>(
  tx: Tx,
  userId: string | undefined,
  entry: E,
): Promise<(E & AuditEntry & { municipalityId: string | null })[]> {
  const memberships = await tx.membership.findMany({
    where: { userId: userId ?? nobody },
    distinct: ['municipalityId'],
    // Every transaction locks the logs in the same order, so that none waits in a ring.
    orderBy: { municipalityId: 'asc' },
    select: { municipalityId: true },
  });
  const subject = userId === undefined ? 'session' : `user:${userId}`;
  const ids = memberships.length > 0 ? memberships.map(({ municipalityId }) => municipalityId) : [null];
  return ids.map((municipalityId) => ({ ...entry, municipalityId, subject }));
}

type SessionRequest = Pick<ApiRequest, 'actor' | 'at' | 'request' | 'reply' | 'requestId'>;
type PasswordEntry = AuditEntry & { municipalityId: string | null; action: 'password.update' };

/**
 * Begins a session in this browser, ends the one it had, and sets the cookie.
 * @param assertAllowed checks again, under the account's lock, that the person may sign in; returns the audit rows of
 *   what it wrote. A request that revokes the right waits for the lock and then ends this session too
 */
export async function beginSession(
  context: Context,
  { request, reply, ...apiRequest }: SessionRequest,
  newSession: Omit<NewSession, 'userAgent'>,
  assertAllowed: (tx: Tx) => Promise<readonly PasswordEntry[] | void>,
): Promise<SessionState> {
  const { publicUrl } = context.settings;
  const { actor, at } = apiRequest;
  const { userId, method } = newSession;
  const beginning = {
    action: ['session.create', 'password.update'],
    touches: 'nothing',
    lock: { user: userId },
  } as const;
  const token = await mutate(context, apiRequest, beginning, async (tx) => {
    const earlier = (await assertAllowed(tx)) ?? [];
    if (actor.kind === 'user') {
      await tx.session.updateMany({
        where: { id: actor.sessionId, endedAt: null },
        data: { endedAt: at, idToken: null },
      });
    }
    const created = { action: 'session.create', actorId: userId, after: { method } } as const;
    return {
      result: await createSession(tx, at, { ...newSession, userAgent: request.headers['user-agent'] }),
      audit: [...earlier, ...(await auditOfPerson(tx, userId, created))],
    };
  });
  setCookie(reply, token, { publicUrl });
  return newSessionState(context, token);
}

export async function createOwnSession(
  context: Context,
  { body, ...apiRequest }: Input<typeof sessionApi.create> & SessionRequest,
): Promise<SessionState> {
  const account = { account: body.email };
  const address = { address: apiRequest.request.ip };
  // Tries from a blocked address do not count against the account: an attacker in the same office or school would
  // otherwise lock its people out for longer than the address is blocked. The address is only checked here and counted
  // below: a forgotten program that keeps trying one blocked account would otherwise block the address for everybody.
  await assertLimit(context, limits.signInAddress, address);
  // Counts before the password check and takes it back when it was right, so that parallel tries all count.
  await limit(context, limits.signInHere, { ...account, ...address });
  await limit(context, limits.signInAddress, address);
  await limit(context, limits.signInAccount, account);
  const user = await context.db.user.findFirst({
    where: { email: body.email, memberships: { some: { disabledAt: null } } },
    select: { id: true, passwordHash: true },
  });
  const uncountAll = () =>
    Promise.all([uncount(context, limits.signInAddress, address), uncount(context, limits.signInAccount, account)]);
  try {
    if (!(await isPassword(body.password, user?.passwordHash)) || !user) throw new AppError('sign_in_failed');
    const newSession = { userId: user.id, method: 'password' } as const;
    const state = await beginSession(context, apiRequest, newSession, (tx) => assertStillValid(tx, user));
    await clearLimit(context, limits.signInHere, { ...account, ...address });
    await uncountAll();
    return state;
  } catch (error) {
    const code = error instanceof AppError ? error.code : undefined;
    if (code === 'sign_in_failed') await recordFailure(context, apiRequest, user?.id);
    // The password was not checked because the hashing queue was full.
    if (code === 'too_many_requests') {
      await uncount(context, limits.signInHere, { ...account, ...address });
      await uncountAll();
    }
    throw error;
  }
}

/** Checks that the password did not change, and nobody disabled or removed the person, while it was hashed. */
async function assertStillValid(
  tx: Tx,
  { id, passwordHash }: { id: string; passwordHash: string | null },
): Promise<void> {
  const count = await tx.user.count({ where: { id, passwordHash, memberships: { some: { disabledAt: null } } } });
  if (count === 0) throw new AppError('sign_in_failed');
}

/** Runs the same statements when there is no such account, so that the response time reveals nothing. */
const recordFailure = (
  context: Context,
  { at, requestId }: SessionRequest,
  userId: string | undefined,
): Promise<void> =>
  mutate(context, { actor: null, at, requestId }, { action: 'session.fail', touches: 'nothing' }, async (tx) => ({
    result: undefined,
    audit: await auditOfPerson(tx, userId, {}),
  }));

/** Signs out. Answers the same when there is no session. */
export async function deleteOwnSession(
  context: Context,
  { reply, ...apiRequest }: SessionRequest,
): Promise<Result<typeof sessionApi.delete>> {
  const { actor, at } = apiRequest;
  clearCookie(reply, { publicUrl: context.settings.publicUrl });
  if (actor.kind !== 'user') return { continueAt: null };
  const { userId, sessionId: id } = actor;
  const ended = await mutate(context, apiRequest, { action: 'session.delete', touches: 'nothing' }, async (tx) => {
    const session = await tx.session.findUnique({ where: { id }, select: { method: true, idToken: true } });
    await tx.session.updateMany({ where: { id, endedAt: null }, data: { endedAt: at, idToken: null } });
    return { result: session, audit: await auditOfPerson(tx, userId, {}) };
  });
  if (ended?.method !== 'identity_provider') return { continueAt: null };
  return { continueAt: (await context.identityProvider?.signOutAt(ended.idToken)) ?? null };
}

const done = { done: true } as const;

export async function deleteOtherSession(
  context: Context,
  { params, ...apiRequest }: Input<typeof sessionApi.deleteOne> & SessionRequest,
): Promise<Result<typeof sessionApi.deleteOne>> {
  const { userId } = personOf(apiRequest.actor);
  return mutate(context, apiRequest, { action: 'session.delete', touches: 'nothing' }, async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { id: params.id, userId, endedAt: null },
      data: { endedAt: apiRequest.at, idToken: null },
    });
    if (count === 0) throw new AppError('not_found');
    return { result: done, audit: await auditOfPerson(tx, userId, {}) };
  });
}

export async function deleteAllSessions(
  context: Context,
  { reply, ...apiRequest }: SessionRequest,
): Promise<Result<typeof sessionApi.deleteAll>> {
  const { userId } = personOf(apiRequest.actor);
  // With the lock, a sign-in under way waits, or its session ends with the others.
  const ending = { action: 'session.delete_all', touches: 'nothing', lock: { user: userId } } as const;
  await mutate(context, apiRequest, ending, async (tx) => {
    const count = await endSessions(tx, apiRequest.at, [userId]);
    return { result: undefined, audit: await auditOfPerson(tx, userId, { after: { count } }) };
  });
  clearCookie(reply, { publicUrl: context.settings.publicUrl });
  return done;
}
