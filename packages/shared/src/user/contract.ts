import * as z from 'zod';
import { Versioned } from '../http/body-contract.ts';
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

/** A role in the municipality, with the department where the role answers for one. */
export const RoleInput = z.strictObject({ role: z.enum(memberRoles), department: slug.nullable() });
export type RoleInput = z.output<typeof RoleInput>;
const roles = z.array(RoleInput).min(1).max(maxRoles);

export const UserRow = z.object({
  id: z.uuid(),
  displayName: z.string(),
  email: z.string().nullable(),
  language: z.enum(languages),
  state: z.enum(userStates),
  /** By an identity provider: roles come from the map, a password is not ours to reset. */
  isExternal: z.boolean(),
  /** Belongs to another municipality too: the name is theirs alone to change, and the e-mail stays. */
  isShared: z.boolean(),
  roles: z.array(z.object({ role: z.enum(memberRoles), department: DepartmentRef.nullable(), isMapped: z.boolean() })),
  /** Null also where `isShared`: it could tell of their work elsewhere. */
  lastSignInAt: z.iso.datetime().nullable(),
  /** The end of the newest unused invitation; null without one. */
  invitedUntil: z.iso.datetime().nullable(),
  version,
  can: z.object({ edit: z.boolean(), disable: z.boolean(), remove: z.boolean(), invite: z.boolean() }),
});
export type UserRow = z.output<typeof UserRow>;

const at = z.object({ slug });
const one = at.extend({ id: z.uuid() });

export const userApi = {
  list: route(listUsers, {
    can: 'user:read',
    tag: 'user',
    summary: 'People of the municipality',
    description: 'By name, 50 at a time. `q` finds in name and e-mail.',
    params: at,
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
    summary: 'Invite somebody',
    description:
      'Makes the account with its roles and sends a one-time link, good for 24 hours. Somebody who has an account in another municipality of this installation keeps it, with its name, and gets the roles here. Five mails an hour go to one address.',
    params: at,
    body: z.strictObject({ email, displayName: line(maxDisplayName), language: z.enum(languages), roles }),
    response: UserRow,
  }),
  update: route(updateUser, {
    can: 'user:manage',
    tag: 'user',
    summary: 'Change somebody’s name, e-mail or roles',
    description:
      'A change of roles ends their sessions. A change of e-mail does too and takes the password: a one-time link goes to the new address. Nobody changes their own. The last admin cannot lose the role. Of somebody who also belongs to another municipality the name is theirs to change, and the e-mail stays.',
    params: one,
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
    summary: 'Send the invitation again',
    description:
      'A new one-time link; the former one no longer works. To somebody with a password: a reset. Five mails an hour go to one address.',
    params: one,
    response: UserRow,
  }),
  disable: route(disableUser, {
    can: 'user:manage',
    tag: 'user',
    summary: 'Disable somebody',
    description: 'Ends their sessions at once; they keep their roles for when they are enabled again.',
    params: one,
    body: Versioned,
    response: UserRow,
  }),
  enable: route(enableUser, {
    can: 'user:manage',
    tag: 'user',
    summary: 'Enable somebody again',
    description: 'The roles they had hold again, from their next sign-in.',
    params: one,
    body: Versioned,
    response: UserRow,
  }),
  remove: route(removeUser, {
    can: 'user:manage',
    tag: 'user',
    summary: 'Remove a leaver’s personal data',
    description:
      'Name, e-mail, password and roles are gone for good; reports and the audit keep the id. Somebody who also belongs to another municipality only loses the roles here.',
    params: one,
    body: Versioned,
    response: UserRow,
  }),
};
