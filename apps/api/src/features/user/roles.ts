import type { Tx } from '@vointi/db/client.ts';
import type { MemberRole } from '@vointi/shared/access/permissions.ts';
import type { RoleInput } from '@vointi/shared/user/contract.ts';
import { isActingAdmin, roleProblem } from '@vointi/shared/user/rules.ts';
import { AppError, refused } from '../../platform/app-error.ts';
import { type MunicipalityRequest, memberFactsOf } from './rows.ts';

export type Role = { role: MemberRole; departmentId: string | null };
const keyOf = ({ role, departmentId }: Role) => `${role} ${departmentId}`;

/** Roles as stored, each once. @throws AppError when a department is missing, not allowed, or unknown here */
export async function resolveRoles(
  tx: Tx,
  { municipalityId }: MunicipalityRequest,
  inputs: readonly RoleInput[],
): Promise<Role[]> {
  const problem = roleProblem(inputs);
  if (problem) {
    const path = `body.roles.${problem.index}.department`;
    if (problem.reason === 'department_needed') throw refused(path, problem.reason);
    throw new AppError('invalid_request', [{ path, message: 'this role answers for no department' }]);
  }
  const departments = await tx.department.findMany({
    where: { municipalityId, draftPlanId: null, slug: { in: inputs.flatMap(({ department }) => department ?? []) } },
    select: { id: true, slug: true },
  });
  const ids = new Map(departments.map(({ id, slug }) => [slug, id]));
  const roles = inputs.map(({ role, department }, index) => {
    if (department === null) return { role, departmentId: null };
    const departmentId = ids.get(department);
    if (departmentId === undefined) throw refused(`body.roles.${index}.department`, 'department_unknown');
    return { role, departmentId };
  });
  return [...new Map(roles.map((role) => [keyOf(role), role])).values()];
}

/**
 * Replaces the roles that an admin gave. Roles from the identity provider's map stay.
 * @returns the roles before and after, or null when they are the same
 */
export async function replaceRoles(
  tx: Tx,
  { municipalityId }: MunicipalityRequest,
  userId: string,
  roles: readonly Role[],
) {
  const stored = await tx.membership.findMany({ where: { municipalityId, userId } });
  const isDisabled = stored.every(({ disabledAt }) => disabledAt !== null);
  const keep = new Set(roles.map(keyOf));
  const gone = stored.filter((one) => one.source === 'manual' && !keep.has(keyOf(one)));
  const known = new Set(stored.map(keyOf));
  const added = roles.filter((one) => !known.has(keyOf(one)));
  if (gone.length + added.length === 0) return null;
  await tx.membership.deleteMany({ where: { municipalityId, id: { in: gone.map(({ id }) => id) } } });
  const disabledAt = isDisabled ? (stored[0]?.disabledAt ?? null) : null;
  await tx.membership.createMany({ data: added.map((role) => ({ ...role, municipalityId, userId, disabledAt })) });
  const left = stored.filter((one) => !gone.includes(one));
  return { before: stored.map(toCodes), after: [...left, ...added].map(toCodes) };
}

export const toCodes = ({ role, departmentId }: Role) => ({ role, department: departmentId });

/** Checks at the end of a change; the lock of the municipality keeps it true. @throws AppError last_admin */
export async function assertAdminLeft(tx: Tx, { municipalityId }: MunicipalityRequest, path: string): Promise<void> {
  const admins = await tx.user.findMany({
    where: { memberships: { some: { municipalityId, role: 'admin', disabledAt: null } } },
    select: {
      passwordHash: true,
      issuer: true,
      removedAt: true,
      memberships: { where: { municipalityId }, select: { role: true, disabledAt: true } },
    },
  });
  if (!admins.some((one) => isActingAdmin(memberFactsOf(one)))) throw refused(path, 'last_admin');
}
