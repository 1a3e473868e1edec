import type { Db } from '@vointi/db/client.ts';
import type { MemberRole } from '@vointi/shared/access/permissions.ts';
import type { Language } from '@vointi/shared/text/text.ts';
import { lockUserOf } from '../../platform/lock-user.ts';
import { mutate, system } from '../../platform/mutate.ts';
import { createLink, linkMs } from '../../platform/one-time-link.ts';
import { endSessions } from '../../platform/session.ts';

export type Invited = {
  slug: string;
  email: string;
  role: MemberRole;
  name: string;
  department: string | undefined;
  language: Language;
};

export type Invitation = { linkId: string; until: Date } | { missing: 'municipality' | 'department' };

/**
 * For the operator: gives somebody a role and a one-time link, and an account if they have none. It creates the first
 * admin, and lets one in again when no admin can sign in.
 */
export async function inviteByOperator(db: Db, at: Date, invitee: Invited): Promise<Invitation> {
  const municipality = await db.municipality.findUnique({ where: { slug: invitee.slug }, select: { id: true } });
  if (!municipality) return { missing: 'municipality' };
  const { id: municipalityId } = municipality;
  const department =
    invitee.department === undefined
      ? null
      : await db.department.findFirst({
          where: { municipalityId, slug: invitee.department, draftPlanId: null },
          select: { id: true },
        });
  if (invitee.department !== undefined && !department) return { missing: 'department' };
  const writer = { ...system(at), municipalityId };
  return mutate({ db }, writer, { action: 'user.invite', touches: 'nothing', lock: 'municipality' }, async (tx) => {
    const { email, name: displayName, language, role } = invitee;
    // Locked, so that nobody moves the account to another address while it gets the role.
    const known = await lockUserOf(tx, email);
    const select = { id: true, passwordHash: true };
    const user =
      known === undefined
        ? await tx.user.create({ data: { email, displayName, language }, select })
        : await tx.user.findUniqueOrThrow({ where: { id: known }, select });
    const membership = { userId: user.id, municipalityId, role, departmentId: department?.id ?? null };
    const { count } = await tx.membership.updateMany({ where: membership, data: { disabledAt: null } });
    if (count === 0) await tx.membership.create({ data: membership });
    await endSessions(tx, at, [user.id]);
    const linkId = await createLink(tx, at, {
      userId: user.id,
      kind: user.passwordHash === null ? 'invitation' : 'reset',
    });
    return {
      result: { linkId, until: new Date(at.getTime() + linkMs) },
      audit: { subject: `user:${user.id}`, after: { role, department: invitee.department ?? null } },
    };
  });
}
