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

type SignIn = { at: Date; requestId: string; municipalityId: string; identity: Identity };

/** Whether the person may sign in, or why not. The changes are stored either way. */
export type Applied = { userId: string; refusal?: never } | { refusal: 'no_role' | 'disabled'; userId?: string };

/**
 * Finds the person by issuer and subject, or creates them when the map gives at least one role, and replaces the roles
 * that came from the provider by those that the map gives now. Roles given by an admin stay.
 */
export async function applyIdentity(context: Context, signIn: SignIn): Promise<Applied> {
  const { municipalityId, identity } = signIn;
  // The lock orders this against changes of the map and merges of departments: nobody keeps a role that is gone.
  const applying = { action: 'identity.apply', touches: 'nothing', lock: 'municipality' } as const;
  return mutate(context, { ...signIn, actor: null }, applying, async (tx) => {
    const map = await tx.identityMapping.findMany({
      where: { municipalityId },
      orderBy: { id: 'asc' },
      select: { claim: true, value: true, role: true, departmentId: true },
    });
    const roles = rolesOf(map, identity.claims);
    const userId = (await lockPerson(tx, identity)) ?? (roles.length > 0 ? await createPerson(tx, signIn) : undefined);
    if (userId === undefined) return unchanged<Applied>({ refusal: 'no_role' });

    const memberships = await tx.membership.findMany({
      where: { userId, municipalityId },
      select: { id: true, role: true, departmentId: true, source: true, disabledAt: true },
    });
    // Roles stay as they are until somebody enables the person: a new role would not be disabled.
    if (memberships.length > 0 && memberships.every(({ disabledAt }) => disabledAt !== null)) {
      return unchanged<Applied>({ refusal: 'disabled', userId });
    }

    const mapped = memberships.filter(({ source }) => source === 'identity_provider');
    const gone = mapped.filter((one) => !roles.some((role) => keyOf(role) === keyOf(one)));
    const fresh = roles.filter((role) => !memberships.some((one) => keyOf(one) === keyOf(role)));
    const isChanged = gone.length > 0 || fresh.length > 0;
    if (isChanged) {
      await tx.membership.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
      await tx.membership.createMany({
        data: fresh.map((role) => ({ ...role, userId, municipalityId, source: 'identity_provider' as const })),
      });
      await endSessions(tx, signIn.at, [userId]);
    }
    await updatePerson(tx, userId, identity, isChanged);
    const result: Applied = roles.length > 0 ? { userId } : { refusal: 'no_role', userId };
    if (!isChanged) return unchanged(result);
    const before = mapped.map(roleOf);
    const after = [...mapped.filter((one) => !gone.includes(one)), ...fresh].map(roleOf);
    return { result, audit: { subject: `user:${userId}`, before: { roles: before }, after: { roles: after } } };
  });
}

/**
 * Checks, under the lock of the account, that nobody has since disabled the person or taken their last role.
 * @throws ProviderFailure
 */
export async function assertStillIn(tx: Tx, userId: string, municipalityId: string) {
  const roles = await tx.membership.count({ where: { userId, municipalityId, disabledAt: null } });
  if (roles === 0) throw new ProviderFailure('refused', 'disabled');
}

const roleOf = ({ role, departmentId }: GivenRole) => ({ role, departmentId });

/** Serialises the sign-ins of one person. */
async function lockPerson(tx: Tx, { issuer, subject }: Identity): Promise<string | undefined> {
  const [row] = await queryRows(
    tx,
    z.strictObject({ id: z.uuid() }),
    sql`
    SELECT id FROM "User" WHERE issuer = ${issuer} AND subject = ${subject} FOR NO KEY UPDATE`,
  );
  return row?.id;
}

async function createPerson(tx: Tx, { at, identity }: SignIn): Promise<string | undefined> {
  const { issuer, subject, claims } = identity;
  // Two first sign-ins at once, in two tabs, create one person.
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
