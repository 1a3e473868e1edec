import type { Prisma } from '@vointi/db/client.ts';
import type { Input, Result } from '@vointi/shared/http/route.ts';
import type { sessionApi } from '@vointi/shared/session/contract.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import { AppError, refused } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import { clearLimit, limit, limits } from '../../platform/limit.ts';
import { mutate } from '../../platform/mutate.ts';
import { endLinks } from '../../platform/one-time-link.ts';
import { hashPassword, isPassword } from '../../platform/password-hash.ts';
import { type ApiRequest, personOf } from '../../platform/serve.ts';
import { endSessions, isOpen } from '../../platform/session.ts';
import { assertUncommon, type Owner } from './password-policy.ts';
import { sessionState } from './read.ts';
import { auditOfPerson } from './write-session.ts';

/** What the password policy needs to know of the owner. */
export const ownerSelect = {
  email: true,
  displayName: true,
  memberships: { distinct: ['municipalityId'], select: { municipality: { select: { slug: true, name: true } } } },
} satisfies Prisma.UserSelect;

type OwnerRow = {
  email: string | null;
  displayName: string;
  memberships: { municipality: { slug: string; name: unknown } }[];
};

export const ownerOf = ({ email, displayName, memberships }: OwnerRow): Owner => ({
  email,
  displayName,
  municipalities: memberships.map(({ municipality: { slug, name } }) => ({ slug, name: name as Text })),
});

export async function updateAccount(
  context: Context,
  { body, ...apiRequest }: Input<typeof sessionApi.update> & ApiRequest,
): Promise<Result<typeof sessionApi.update>> {
  const person = personOf(apiRequest.actor);
  const { userId } = person;
  const fields = Object.keys(body);
  if (fields.length > 0) {
    await mutate(context, apiRequest, { action: 'account.update', touches: 'nothing' }, async (tx) => {
      await tx.user.update({ where: { id: userId }, data: { ...body, version: { increment: 1 } } });
      return { result: undefined, audit: await auditOfPerson(tx, userId, { after: { fields } }) };
    });
  }
  return sessionState(context, person);
}

export async function changePassword(
  context: Context,
  { body, ...apiRequest }: Input<typeof sessionApi.changePassword> & ApiRequest,
): Promise<Result<typeof sessionApi.changePassword>> {
  const { userId, sessionId } = personOf(apiRequest.actor);
  const tries = { account: userId, address: apiRequest.request.ip };
  await limit(context, limits.signInHere, tries);
  const user = await context.db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { ...ownerSelect, passwordHash: true },
  });
  if (!(await isPassword(body.current, user.passwordHash))) throw refused('body.current', 'password_wrong');
  await clearLimit(context, limits.signInHere, tries);
  await assertUncommon(body.password, ownerOf(user));
  const passwordHash = await hashPassword(body.password);
  const changing = { action: 'password.update', touches: 'nothing', lock: { user: userId } } as const;
  return mutate(context, apiRequest, changing, async (tx) => {
    // The session ended while the passwords were hashed: the change must not happen after that.
    if (!(await isOpen(tx, sessionId))) throw new AppError('unauthenticated');
    // Rejects the later of two changes at once from the same password.
    const { count } = await tx.user.updateMany({
      where: { id: userId, passwordHash: user.passwordHash },
      data: { passwordHash },
    });
    if (count === 0) throw refused('body.current', 'password_wrong');
    await endSessions(tx, apiRequest.at, [userId], { except: sessionId });
    await endLinks(tx, apiRequest.at, userId);
    return { result: { done: true }, audit: await auditOfPerson(tx, userId, {}) };
  });
}
