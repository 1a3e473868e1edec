import type { Tx } from '@vointi/db/client.ts';
import type { Input, Result } from '@vointi/shared/http/route.ts';
import type { SessionState, sessionApi } from '@vointi/shared/session/contract.ts';
import { AppError } from '../../platform/app-error.ts';
import { type AuditInput, writeAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import { assertLimit, clearLimit, limit, limits, uncount } from '../../platform/limit.ts';
import { lockUser } from '../../platform/lock-user.ts';
import { isPassword } from '../../platform/password-hash.ts';
import { type Asking, personOf } from '../../platform/serve.ts';
import { clearCookie, createSession, endSessions, type NewSession, setCookie } from '../../platform/session.ts';
import { newSessionState } from './read.ts';

/** Whose id nobody has. */
const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * Writes to the log of every municipality where the person has a role, as each of them answers for who gets in; of
 * somebody without any, to the log of none.
 */
export async function auditPerson(
  tx: Tx,
  at: Date,
  { userId, ...entry }: Omit<AuditInput, 'municipalityId' | 'subject'> & { userId: string | undefined },
): Promise<void> {
  const memberships = await tx.membership.findMany({
    where: { userId: userId ?? nobody },
    distinct: ['municipalityId'],
    // Each writer takes the logs in the same order: none waits for one that waits for it.
    orderBy: { municipalityId: 'asc' },
    select: { municipalityId: true },
  });
  const subject = userId === undefined ? 'session' : `user:${userId}`;
  const ids = memberships.length > 0 ? memberships.map(({ municipalityId }) => municipalityId) : [null];
  for (const municipalityId of ids) await writeAudit(tx, at, { ...entry, municipalityId, subject });
}

type Begun = Pick<Asking, 'actor' | 'at' | 'request' | 'reply' | 'requestId'>;

/**
 * Begins a session in this browser, where it takes the place of whichever was there. Sets the cookie.
 * @param stillGood looks again at what lets the person in and throws when it no longer does. Nobody can take it away
 *   from there on: they wait, and then end this session with the others
 */
export async function beginSession(
  context: Context,
  { actor, at, request, reply, requestId }: Begun,
  given: Omit<NewSession, 'userAgent'>,
  stillGood: (tx: Tx) => Promise<void>,
): Promise<SessionState> {
  const { publicUrl } = context.settings;
  const token = await context.db.$transaction(async (tx) => {
    await lockUser(tx, given.userId);
    await stillGood(tx);
    if (actor.kind === 'user') {
      await tx.session.updateMany({
        where: { id: actor.sessionId, endedAt: null },
        data: { endedAt: at, idToken: null },
      });
    }
    const made = await createSession(tx, at, { ...given, userAgent: request.headers['user-agent'] });
    const { userId, method } = given;
    await auditPerson(tx, at, { userId, actorId: userId, action: 'session.create', after: { method }, requestId });
    return made;
  });
  setCookie(reply, token, { publicUrl });
  return newSessionState(context, token);
}

export async function createOwnSession(
  context: Context,
  { body, ...asking }: Input<typeof sessionApi.create> & Begun,
): Promise<SessionState> {
  const account = { account: body.email };
  const address = { address: asking.request.ip };
  // An address that has used up its tries counts for no account: whoever shares it with an attacker (an office, a
  // school) would find their own account closed for longer than the address is. Not simply counted first: then one
  // account, long closed here, that a forgotten program keeps trying would close the address for everybody.
  await assertLimit(context, limits.signInAddress, address);
  // Counted before the password is looked at, and taken back when it was right: many tries at once are all counted.
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
    const given = { userId: user.id, method: 'password' } as const;
    const state = await beginSession(context, asking, given, (tx) => assertStillRight(tx, user));
    await clearLimit(context, limits.signInHere, { ...account, ...address });
    await uncountAll();
    return state;
  } catch (error) {
    const code = error instanceof AppError ? error.code : undefined;
    if (code === 'sign_in_failed') await recordFailure(context, asking, user?.id);
    // The password was not looked at: too many others waited.
    if (code === 'too_many_requests') {
      await uncount(context, limits.signInHere, { ...account, ...address });
      await uncountAll();
    }
    throw error;
  }
}

/** That it is still their password, and nobody disabled or removed them while it was looked at. */
async function assertStillRight(
  tx: Tx,
  { id, passwordHash }: { id: string; passwordHash: string | null },
): Promise<void> {
  const count = await tx.user.count({ where: { id, passwordHash, memberships: { some: { disabledAt: null } } } });
  if (count === 0) throw new AppError('sign_in_failed');
}

async function recordFailure({ db }: Context, { at, requestId }: Begun, userId: string | undefined): Promise<void> {
  const entry = { actorId: null, action: 'session.fail', requestId } as const;
  await db.$transaction((tx) =>
    // The same statements when there is no such account.
    auditPerson(tx, at, { ...entry, userId }),
  );
}

/** Signs out. Without a session there is nothing to end, and the answer is the same. */
export async function deleteOwnSession(
  context: Context,
  { actor, at, reply, requestId }: Begun,
): Promise<Result<typeof sessionApi.delete>> {
  clearCookie(reply, { publicUrl: context.settings.publicUrl });
  if (actor.kind !== 'user') return { continueAt: null };
  const { userId, sessionId: id } = actor;
  const ended = await context.db.$transaction(async (tx) => {
    const session = await tx.session.findUnique({ where: { id }, select: { method: true, idToken: true } });
    await tx.session.updateMany({ where: { id, endedAt: null }, data: { endedAt: at, idToken: null } });
    await auditPerson(tx, at, { userId, actorId: userId, action: 'session.delete', requestId });
    return session;
  });
  if (ended?.method !== 'identity_provider') return { continueAt: null };
  return { continueAt: (await context.identityProvider?.signOutAt(ended.idToken)) ?? null };
}

const done = { done: true } as const;

export async function deleteOtherSession(
  { db }: Context,
  { params, actor, at, requestId }: Input<typeof sessionApi.deleteOne> & Begun,
): Promise<Result<typeof sessionApi.deleteOne>> {
  const { userId } = personOf(actor);
  await db.$transaction(async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { id: params.id, userId, endedAt: null },
      data: { endedAt: at, idToken: null },
    });
    if (count === 0) throw new AppError('not_found');
    await auditPerson(tx, at, { userId, actorId: userId, action: 'session.delete', requestId });
  });
  return done;
}

export async function deleteAllSessions(
  context: Context,
  { actor, at, reply, requestId }: Begun,
): Promise<Result<typeof sessionApi.deleteAll>> {
  const { userId } = personOf(actor);
  await context.db.$transaction(async (tx) => {
    // A sign-in under way waits, or is ended with the others.
    await lockUser(tx, userId);
    const count = await endSessions(tx, at, [userId]);
    await auditPerson(tx, at, { userId, actorId: userId, action: 'session.delete_all', after: { count }, requestId });
  });
  clearCookie(reply, { publicUrl: context.settings.publicUrl });
  return done;
}
