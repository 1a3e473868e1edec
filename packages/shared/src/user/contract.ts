import * as z from 'zod';
import { municipalityParams, rowParams, Versioned } from '../http/common-contract.ts';
import { memberRoles } from '../access/permissions.ts';
import { route } from '../http/route.ts';
import { DepartmentRef } from '../plan/contract.ts';
import { slug } from '../text/contract.ts';
import { cursor, email, line, version } from '../text/fields.ts';
import { languages } from '../text/text.ts';
import {
  disableUser,
  enableUser,
  inviteUser,
  listUsers,
  removeUser,
  resendInvitation,
  updateUser,
} from './endpoints.ts';
import { userStates } from './state.ts';
import { maxDisplayName, maxRoles } from './limits.ts';
import { maxSearch } from '../text/limits.ts';

/** A role in the municipality; with a department when the role is for one. */
export const RoleInput = z.strictObject({ role: z.enum(memberRoles), department: slug.nullable() });
export type RoleInput = z.output<typeof RoleInput>;
const roles = z.array(RoleInput).min(1).max(maxRoles);

export const UserRow = z.object({
  id: z.uuid(),
  displayName: z.string(),
  email: z.string().nullable(),
  language: z.enum(languages),
  state: z.enum(userStates),
  /** The user signs in by an identity provider: the mapping gives the roles, and there is no password. */
  isExternal: z.boolean(),
  /** The user also belongs to another municipality: name and e-mail address cannot change here. */
  isShared: z.boolean(),
  roles: z.array(z.object({ role: z.enum(memberRoles), department: DepartmentRef.nullable(), isMapped: z.boolean() })),
  /** Null also when `isShared`: it could reveal their work elsewhere. */
  lastSignInAt: z.iso.datetime().nullable(),
  /** When the newest unused invitation expires; null without one. */
  invitedUntil: z.iso.datetime().nullable(),
  version,
  can: z.object({ edit: z.boolean(), disable: z.boolean(), remove: z.boolean(), invite: z.boolean() }),
});
export type UserRow = z.output<typeof UserRow>;

export const userApi = {
  list: route(listUsers, {
    can: 'user:read',
    tag: 'user',
    summary: 'List users',
    description: 'Returns the users of the municipality by name, 50 a page. `q` searches names and e-mail addresses.',
    params: municipalityParams,
    query: z.strictObject({
      q: z.exactOptional(line(maxSearch)),
      role: z.exactOptional(z.enum(memberRoles)),
      department: z.exactOptional(slug),
      state: z.exactOptional(z.enum(userStates)),
      cursor: z.exactOptional(cursor),
    }),
    response: z.object({ users: z.array(UserRow).max(50), total: z.int(), next: z.string().nullable() }),
  }),
  invite: route(inviteUser, {
    can: 'user:manage',
    tag: 'user',
    summary: 'Invite a user',
    description:
      'Creates the account with its roles and sends a one-time link, valid for 24 hours. A user with an account in another municipality of this installation keeps that account and its name, and gets the roles here. At most five mails an hour go to one address.',
    params: municipalityParams,
    body: z.strictObject({ email, displayName: line(maxDisplayName), language: z.enum(languages), roles }),
    response: UserRow,
  }),
  update: route(updateUser, {
    can: 'user:manage',
    tag: 'user',
    summary: 'Update a user',
    description:
      'Changing roles ends the user’s sessions. Changing the e-mail address ends them too and removes the password; a one-time link goes to the new address. Nobody can update their own account here. The last admin cannot lose the role. Name and e-mail address of a user who also belongs to another municipality cannot change.',
    params: rowParams,
    body: z.strictObject({
      version,
      displayName: z.exactOptional(line(maxDisplayName)),
      email: z.exactOptional(email),
      roles: z.exactOptional(roles),
    }),
    response: UserRow,
  }),
  resend: route(resendInvitation, {
    can: 'user:manage',
    tag: 'user',
    summary: 'Send an invitation again',
    description:
      'Sends a new one-time link; the former one no longer works. A user with a password gets a link for a new password. At most five mails an hour go to one address.',
    params: rowParams,
    response: UserRow,
  }),
  disable: route(disableUser, {
    can: 'user:manage',
    tag: 'user',
    summary: 'Disable a user',
    description: 'Ends the user’s sessions at once. Their roles are kept for when they are enabled again.',
    params: rowParams,
    body: Versioned,
    response: UserRow,
  }),
  enable: route(enableUser, {
    can: 'user:manage',
    tag: 'user',
    summary: 'Enable a user',
    description: 'The user has their former roles again from the next sign-in.',
    params: rowParams,
    body: Versioned,
    response: UserRow,
  }),
  remove: route(removeUser, {
    can: 'user:manage',
    tag: 'user',
    summary: 'Remove a user’s personal data',
    description:
      'Deletes name, e-mail address, password and roles permanently; reports and the audit log keep the id. A user who also belongs to another municipality only loses the roles here.',
    params: rowParams,
    body: Versioned,
    response: UserRow,
  }),
};
