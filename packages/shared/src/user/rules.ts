import { departmentProblem, type MemberRole } from '../access/permissions.ts';
import type { UserState } from './state.ts';

export type Standing = {
  /** For good: name and addresses are gone. */
  isRemoved: boolean;
  hasPassword: boolean;
  /** By an identity provider. */
  isExternal: boolean;
  /** Roles in this municipality alone. */
  memberships: readonly { role: MemberRole; isDisabled: boolean }[];
};

/** What somebody is in one municipality: derived, so that it cannot disagree with what they may do. */
export function stateOf({ isRemoved, hasPassword, isExternal, memberships }: Standing): UserState {
  if (isRemoved || memberships.length === 0) return 'removed';
  if (memberships.every(({ isDisabled }) => isDisabled)) return 'disabled';
  return hasPassword || isExternal ? 'active' : 'invited';
}

/** Whether they could administer the municipality today: an admin who has never come in is of no help to the others. */
export const isActingAdmin = (standing: Standing): boolean =>
  stateOf(standing) === 'active' &&
  standing.memberships.some(({ role, isDisabled }) => role === 'admin' && !isDisabled);

type Asked = { state: UserState; isExternal: boolean; isSelf: boolean; mayManage: boolean };

/** What whoever asks may do with somebody: the buttons of the page, and what the server allows. */
export function userCan({ state, isExternal, isSelf, mayManage }: Asked) {
  const may = mayManage && state !== 'removed';
  return {
    edit: may,
    /** Also to enable again. */
    disable: may && !isSelf,
    remove: may && !isSelf,
    invite: may && !isExternal && state !== 'disabled',
  };
}

export type Role = { role: MemberRole; department: string | null };
export type RoleProblem = { at: number; reason: 'department_needed' | 'department_unneeded' };

/** The first role that lacks its department, or has one that means nothing. */
export function roleProblem(roles: readonly Role[]): RoleProblem | undefined {
  for (const [at, { role, department }] of roles.entries()) {
    const reason = departmentProblem(role, department);
    if (reason !== null) return { at, reason };
  }
  return undefined;
}
