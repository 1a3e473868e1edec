import { departmentProblem, type MemberRole } from '../access/permissions.ts';
import type { UserState } from './state.ts';

export type MemberFacts = {
  /** Name and address are deleted. */
  isRemoved: boolean;
  hasPassword: boolean;
  /** Signs in with an identity provider. */
  isExternal: boolean;
  /** Roles in this municipality only. */
  memberships: readonly { role: MemberRole; isDisabled: boolean }[];
};

/** A user's state in one municipality. It is derived and not stored, so it always agrees with their rights. */
export function stateOf({ isRemoved, hasPassword, isExternal, memberships }: MemberFacts): UserState {
  if (isRemoved || memberships.length === 0) return 'removed';
  if (memberships.every(({ isDisabled }) => isDisabled)) return 'disabled';
  return hasPassword || isExternal ? 'active' : 'invited';
}

/** Whether the user can administer the municipality now; an admin who has never signed in does not count. */
export const isActingAdmin = (member: MemberFacts): boolean =>
  stateOf(member) === 'active' && member.memberships.some(({ role, isDisabled }) => role === 'admin' && !isDisabled);

type UserFacts = { state: UserState; isExternal: boolean; isSelf: boolean; mayManage: boolean };

/** What the caller may do with a user: the page shows these buttons, and the server checks the same. */
export function userCan({ state, isExternal, isSelf, mayManage }: UserFacts) {
  const may = mayManage && state !== 'removed';
  return {
    edit: may,
    /** Also allows to enable again. */
    disable: may && !isSelf,
    remove: may && !isSelf,
    invite: may && !isExternal && state !== 'disabled',
  };
}

export type Role = { role: MemberRole; department: string | null };
export type RoleProblem = { index: number; reason: 'department_needed' | 'department_unneeded' };

/** The first role that lacks its department or has a needless one. */
export function roleProblem(roles: readonly Role[]): RoleProblem | undefined {
  for (const [index, { role, department }] of roles.entries()) {
    const reason = departmentProblem(role, department);
    if (reason !== null) return { index, reason };
  }
  return undefined;
}
