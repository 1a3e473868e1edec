import * as z from 'zod';
import { Done } from '../http/common-contract.ts';
import { memberRoles, permissions } from '../access/permissions.ts';
import { route } from '../http/route.ts';
import { mailTopics } from '../mail/topics.ts';
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

/** Roles and permissions of a user in one municipality. */
export const Standing = z.object({
  slug,
  name,
  roles: z.array(z.enum(memberRoles)),
  /** The departments for which they report or approve. */
  departments: z.array(DepartmentRef),
  can: z.array(z.enum(permissions)),
});

export const Me = z.object({
  id: z.uuid(),
  displayName: z.string(),
  email: z.string().nullable(),
  language: z.enum(languages),
  /** What the user gets no mail of; reminders always come. */
  mutedMails: z.array(z.enum(mailTopics)),
  /** How the session began. Signing out of an identity provider session continues at the provider. */
  signedInBy: z.enum(['password', 'link', 'identity_provider']),
  /** False for a user of an identity provider. */
  hasPassword: z.boolean(),
  municipalities: z.array(Standing),
});
export type Me = z.output<typeof Me>;

export const SessionState = z.object({
  me: Me.nullable(),
  /** Name of the identity provider of this installation; null without one. */
  identityProvider: z.object({ name: z.string() }).nullable(),
  /** Whether the demo mailbox replaces real mail. */
  hasMailbox: z.boolean(),
});
export type SessionState = z.output<typeof SessionState>;

export const OwnSession = z.object({
  id: z.uuid(),
  isCurrent: z.boolean(),
  signedInBy: Me.shape.signedInBy,
  /** Browser and operating system, as far as the user agent names them. */
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
    summary: 'Get the session',
    description: 'Returns the user of the session cookie with their permissions in each municipality, or null.',
    response: SessionState,
  }),
  create: route(createSession, {
    can: 'session:open',
    tag: 'session',
    summary: 'Sign in with e-mail and password',
    description:
      'Sets the session cookie. A failure gives the same response in the same time whether or not the account exists. Too many failures give 429 with the seconds to wait.',
    body: z.strictObject({ email, password: z.string().min(1).max(maxPassword) }),
    response: SessionState,
  }),
  startProvider: route(startProviderSignIn, {
    can: 'session:open',
    tag: 'session',
    summary: 'Start a sign-in with the identity provider',
    description:
      'Returns the address at the municipality’s identity provider to which the browser must go. The browser comes back to /sign-in/return. Gives 404 when no identity provider is configured.',
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
    summary: 'Finish a sign-in with the identity provider',
    description:
      'Accepts the query with which the browser came back, once, and only from the browser that started the sign-in. Sets the session cookie. A user to whom the mapping gives no role is refused with no_access.',
    body: z.strictObject({ query: z.string().min(1).max(8000) }),
    response: z.object({ returnTo: z.string(), session: SessionState }),
  }),
  delete: route(deleteSession, {
    can: 'session:open',
    tag: 'session',
    summary: 'Sign out',
    description:
      'Ends this session. With an identity provider the response gives the address at which the browser signs out there too.',
    response: z.object({ continueAt: z.string().nullable() }),
  }),
  list: route(listSessions, {
    can: 'account:own',
    tag: 'session',
    summary: 'List my sessions',
    description: 'Returns the sessions of the signed-in user, latest first.',
    response: z.object({ sessions: z.array(OwnSession).max(100) }),
  }),
  deleteOne: route(deleteAccountSession, {
    can: 'account:own',
    tag: 'session',
    summary: 'End one of my sessions',
    description: 'Ends one session of the signed-in user. Another user’s session gives 404.',
    params: z.object({ id: z.uuid() }),
    response: Done,
  }),
  deleteAll: route(deleteAccountSessions, {
    can: 'account:own',
    tag: 'session',
    summary: 'End all my sessions',
    description: 'Ends all sessions of the signed-in user, including this one.',
    response: Done,
  }),
  update: route(updateAccount, {
    can: 'account:own',
    tag: 'session',
    summary: 'Update my name and mails',
    description:
      'Changes the display name of the signed-in user, the language of mails to them and what they get no mail of. Reminders cannot be muted.',
    body: z.strictObject({
      displayName: z.exactOptional(line(maxDisplayName)),
      language: z.exactOptional(z.enum(languages)),
      mutedMails: z.exactOptional(z.array(z.enum(mailTopics)).max(mailTopics.length)),
    }),
    response: SessionState,
  }),
  changePassword: route(changePassword, {
    can: 'account:own',
    tag: 'session',
    summary: 'Change my password',
    description: 'Needs the current password. Ends all other sessions of the user.',
    body: z.strictObject({ current: z.string().min(1).max(maxPassword), password: newPassword }),
    response: Done,
  }),
  requestReset: route(requestPasswordReset, {
    can: 'session:open',
    tag: 'session',
    summary: 'Request a new password',
    description:
      'Sends a one-time link, valid for 24 hours, if the account exists. The response does not tell whether it does.',
    body: z.strictObject({ email }),
    response: Done,
  }),
  readLink: route(readLink, {
    can: 'session:open',
    tag: 'session',
    summary: 'Read a one-time link',
    description: 'Returns what the link is for, without using it. An expired, used or unknown link gives link_expired.',
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
    summary: 'Set a password with a one-time link',
    description: 'Uses the link, ends all sessions of the user and starts a new one: sets the session cookie.',
    body: z.strictObject({ token: linkToken, password: newPassword }),
    response: SessionState,
  }),
};
