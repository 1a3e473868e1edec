import * as z from 'zod';
import type { Tx } from '@vointi/db/client.ts';
import type { Context } from '../../platform/context.ts';
import { ProviderFailure } from '../../platform/identity-provider-failure.ts';
import type { Identity } from '../../platform/identity-provider.ts';
import { mutate, unchanged } from '../../platform/mutate.ts';
import { endSessions } from '../../platform/session.ts';
import { queryRows, sql } from '../../platform/sql.ts';
import { uuid7 } from '../../platform/uuid7.ts';
import { type GivenRole, keyOf, languageOf, profileOf, rolesOf } from './claims.ts';

type Asked = { at: Date; requestId: string; municipalityId: string; identity: Identity };

/** The person may come in, or why not. What changed is written either way. */
export type Applied = { userId: string; refusal?: never } | { refusal: 'no_role' | 'disabled'; userId?: string };

/**
 * Finds the person by issuer and subject, or makes them when the map gives at least one role, and puts the roles of the
 * municipality that came from the provider as the map gives them now. Roles given by hand stay as they are.
 */
export async function applyIdentity(context: Context, asked: Asked): Promise<Applied> {
  const { municipalityId, identity } = asked;
  // With the lock, an entry is taken from the map or a department merged before or after this: nobody keeps what is gone.
  const applying = { action: 'identity.apply', touches: 'nothing', lock: 'municipality' } as const;
  return mutate(context, { ...asked, actor: null }, applying, async (tx) => {
    const map = await tx.identityMapping.findMany({
      where: { municipalityId },
      orderBy: { id: 'asc' },
      select: { claim: true, value: true, role: true, departmentId: true },
    });
    const given = rolesOf(map, identity.claims);
    const userId = (await lockPerson(tx, identity)) ?? (given.length > 0 ? await createPerson(tx, asked) : undefined);
    if (userId === undefined) return unchanged<Applied>({ refusal: 'no_role' });

    const held = await tx.membership.findMany({
      where: { userId, municipalityId },
      select: { id: true, role: true, departmentId: true, source: true, disabledAt: true },
    });
    // Everything stays as it was for when they are enabled: a role given anew would be one that nobody disabled.
    if (held.length > 0 && held.every(({ disabledAt }) => disabledAt !== null)) {
      return unchanged<Applied>({ refusal: 'disabled', userId });
    }

    const mapped = held.filter(({ source }) => source === 'identity_provider');
    const gone = mapped.filter((one) => !given.some((role) => keyOf(role) === keyOf(one)));
    const fresh = given.filter((role) => !held.some((one) => keyOf(one) === keyOf(role)));
    const isChanged = gone.length > 0 || fresh.length > 0;
    if (isChanged) {
      await tx.membership.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
      await tx.membership.createMany({
        data: fresh.map((role) => ({ ...role, userId, municipalityId, source: 'identity_provider' as const })),
      });
      await endSessions(tx, asked.at, [userId]);
    }
    await updatePerson(tx, userId, identity, isChanged);
    const result: Applied = given.length > 0 ? { userId } : { refusal: 'no_role', userId };
    if (!isChanged) return unchanged(result);
    const before = mapped.map(roleOf);
    const after = [...mapped.filter((one) => !gone.includes(one)), ...fresh].map(roleOf);
    return { result, audit: { subject: `user:${userId}`, before: { roles: before }, after: { roles: after } } };
  });
}

/**
 * That nobody disabled them, or took their last role, since: then the session would be one that was to be ended. Asked
 * while the person is held.
 * @throws ProviderFailure
 */
export async function assertStillIn(tx: Tx, userId: string, municipalityId: string) {
  const roles = await tx.membership.count({ where: { userId, municipalityId, disabledAt: null } });
  if (roles === 0) throw new ProviderFailure('refused', 'disabled');
}

const roleOf = ({ role, departmentId }: GivenRole) => ({ role, departmentId });

/** Two sign-ins of one person take turns. */
async function lockPerson(tx: Tx, { issuer, subject }: Identity): Promise<string | undefined> {
  const [row] = await queryRows(
    tx,
    z.strictObject({ id: z.uuid() }),
    sql`
    SELECT id FROM "User" WHERE issuer = ${issuer} AND subject = ${subject} FOR NO KEY UPDATE`,
  );
  return row?.id;
}

async function createPerson(tx: Tx, { at, identity }: Asked): Promise<string | undefined> {
  const { issuer, subject, claims } = identity;
  // Whoever signs in for the first time in two tabs at once is still one person.
  await tx.user.createMany({
    data: { id: uuid7(), issuer, subject, ...profileOf(claims), language: languageOf(claims), createdAt: at },
    skipDuplicates: true,
  });
  return lockPerson(tx, identity);
}

async function updatePerson(tx: Tx, id: string, { claims }: Identity, isChanged: boolean): Promise<void> {
  const now = profileOf(claims);
  const was = await tx.user.findUniqueOrThrow({ where: { id }, select: { displayName: true, contactEmail: true } });
  if (!isChanged && was.displayName === now.displayName && was.contactEmail === now.contactEmail) return;
  await tx.user.update({ where: { id }, data: { ...now, version: { increment: 1 } } });
}
