import * as z from 'zod';
import { Done } from '../http/body-contract.ts';
import { memberRoles, permissions } from '../access/permissions.ts';
import { route } from '../http/route.ts';
import { DepartmentRef } from '../plan/contract.ts';
import { email, line, newPassword } from '../text/fields.ts';
import { languages } from '../text/text.ts';
import { name, slug } from '../text/contract.ts';
import {
  changePassword,
  createSession,
  deleteAccountSessions,
  deleteAccountSession,
  deleteSession,
  finishProviderSignIn,
  getSession,
  listSessions,
  readLink,
  requestPasswordReset,
  startProviderSignIn,
  updateAccount,
  redeemLink,
} from './endpoints.ts';
import { maxDisplayName } from '../user/limits.ts';
import { maxPassword } from '../text/limits.ts';

/** What somebody is and may do in one municipality. */
export const Standing = z.object({
  slug,
  name,
  roles: z.array(z.enum(memberRoles)),
  /** The departments they report or approve for. */
  departments: z.array(DepartmentRef),
  can: z.array(z.enum(permissions)),
});

export const Me = z.object({
  id: z.uuid(),
  displayName: z.string(),
  email: z.string().nullable(),
  language: z.enum(languages),
  /** How this session began; sign-out of an identity provider goes there too. */
  signedInBy: z.enum(['password', 'link', 'identity_provider']),
  /** Whether there is a password to change: not with an identity provider. */
  hasPassword: z.boolean(),
  municipalities: z.array(Standing),
});
export type Me = z.output<typeof Me>;

export const SessionState = z.object({
  me: Me.nullable(),
  /** The identity provider of this installation, by the name it goes by; null without one. */
  identityProvider: z.object({ name: z.string() }).nullable(),
  /** Whether the demo's mailbox stands in for real mail. */
  hasMailbox: z.boolean(),
});
export type SessionState = z.output<typeof SessionState>;

export const OwnSession = z.object({
  id: z.uuid(),
  isCurrent: z.boolean(),
  signedInBy: Me.shape.signedInBy,
  /** The browser and system in words, as far as the browser told. */
  userAgent: z.string().nullable(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
});
export type OwnSession = z.output<typeof OwnSession>;

const linkToken = z.string().min(40).max(200);

export const sessionApi = {
  get: route(getSession, {
    can: 'session:open',
    tag: 'session',
    summary: 'Who is signed in',
    description: 'The person of the session cookie with what they may do in each municipality, or null.',
    response: SessionState,
  }),
  create: route(createSession, {
    can: 'session:open',
    tag: 'session',
    summary: 'Sign in with e-mail and password',
    description:
      'Sets the session cookie. The refusal is the same, and takes the same time, whether there is such an account or not. Too many failures answer 429 with the seconds to wait.',
    body: z.strictObject({ email, password: z.string().min(1).max(maxPassword) }),
    response: SessionState,
  }),
  startProvider: route(startProviderSignIn, {
    can: 'session:open',
    tag: 'session',
    summary: 'Begin to sign in with the identity provider',
    description:
      'Answers the address at the municipality’s identity provider where the browser goes on; it comes back to /sign-in/return. Not found without one.',
    body: z.strictObject({
      returnTo: z
        .string()
        .regex(/^\/(?![/\\])[^\t\n\r]*$/, 'a path of this site')
        .max(2000),
    }),
    response: z.object({ continueAt: z.url() }),
  }),
  finishProvider: route(finishProviderSignIn, {
    can: 'session:open',
    tag: 'session',
    summary: 'Sign in with what the identity provider answered',
    description:
      'Takes the query that the browser came back with, once, from the browser that began. Sets the session cookie. Somebody whom the map gives no role is refused with no_access.',
    body: z.strictObject({ query: z.string().min(1).max(8000) }),
    response: z.object({ returnTo: z.string(), session: SessionState }),
  }),
  delete: route(deleteSession, {
    can: 'session:open',
    tag: 'session',
    summary: 'Sign out',
    description:
      'Ends this session. With an identity provider the answer names the address where the browser signs out there too.',
    response: z.object({ continueAt: z.string().nullable() }),
  }),
  list: route(listSessions, {
    can: 'account:own',
    tag: 'session',
    summary: 'My sessions',
    description: 'Where I am signed in, the latest first.',
    response: z.object({ sessions: z.array(OwnSession).max(100) }),
  }),
  deleteOne: route(deleteAccountSession, {
    can: 'account:own',
    tag: 'session',
    summary: 'Sign out elsewhere',
    description: 'Ends one of my sessions. Somebody else’s session is not found.',
    params: z.object({ id: z.uuid() }),
    response: Done,
  }),
  deleteAll: route(deleteAccountSessions, {
    can: 'account:own',
    tag: 'session',
    summary: 'Sign out everywhere',
    description: 'Ends all my sessions, this one included.',
    response: Done,
  }),
  update: route(updateAccount, {
    can: 'account:own',
    tag: 'session',
    summary: 'My name and language',
    description: 'Changes how I am called and in which language the product writes to me.',
    body: z.strictObject({
      displayName: z.exactOptional(line(maxDisplayName)),
      language: z.exactOptional(z.enum(languages)),
    }),
    response: SessionState,
  }),
  changePassword: route(changePassword, {
    can: 'account:own',
    tag: 'session',
    summary: 'Change my password',
    description: 'Needs the password there is now. Ends all my other sessions.',
    body: z.strictObject({ current: z.string().min(1).max(maxPassword), password: newPassword }),
    response: Done,
  }),
  requestReset: route(requestPasswordReset, {
    can: 'session:open',
    tag: 'session',
    summary: 'Ask for a new password',
    description:
      'Sends a one-time link, good for 24 hours, if there is such an account. The answer does not tell whether there is.',
    body: z.strictObject({ email }),
    response: Done,
  }),
  readLink: route(readLink, {
    can: 'session:open',
    tag: 'session',
    summary: 'What a one-time link is for',
    description: 'Does not use it up. An expired, used or unknown link answers link_expired.',
    body: z.strictObject({ token: linkToken }),
    response: z.object({
      kind: z.enum(['invitation', 'reset']),
      displayName: z.string(),
      email: z.string(),
      municipality: name.nullable(),
    }),
  }),
  useLink: route(redeemLink, {
    can: 'session:open',
    tag: 'session',
    summary: 'Set a password by a one-time link',
    description: 'Uses the link up, ends the person’s sessions and begins a new one: sets the session cookie.',
    body: z.strictObject({ token: linkToken, password: newPassword }),
    response: SessionState,
  }),
};
