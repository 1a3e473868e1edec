import type { QueryClient } from '@tanstack/react-query';
import type { SessionState } from '@vointi/shared/session/contract.ts';
import { createSession, deleteSession, startProviderSignIn } from '@vointi/shared/session/endpoints.ts';
import { call } from '../../lib/call.ts';
import { finishBeforeSignOut } from '../../lib/before-sign-out.ts';
import { forgetOwn } from '../../lib/storage.ts';
import { postToTabs } from './tab-channel.ts';
import { setMark } from '../../domain/session/mark.ts';
import { pageOwner } from '../../domain/session/owner.ts';
import { takeSession } from '../../domain/session/queries.ts';

const maxPreparing = 3000;

/** Runs after every way of signing in. Returns false when the page shows data of another person and has to be reloaded. */
export function signedIn(client: QueryClient, state: SessionState): boolean {
  const owner = pageOwner();
  takeSession(client, state);
  if (state.me) postToTabs({ kind: 'in', userId: state.me.id });
  return owner === null || owner.id === state.me?.id;
}

export const signIn = (email: string, password: string) => call(createSession, { body: { email, password } });

/** Signs out in all tabs and removes the person's data. */
export function leave(client: QueryClient, to: string) {
  const owner = pageOwner();
  if (owner) forgetOwn(owner.id);
  setMark(false);
  postToTabs({ kind: 'out' });
  client.clear();
  location.assign(to);
}

export async function signOut(client: QueryClient) {
  await finishBeforeSignOut(maxPreparing);
  const { continueAt } = await call(deleteSession, {});
  leave(client, continueAt ?? '/');
}

/** Redirects to the identity provider. */
export async function startProvider(returnTo: string) {
  const { continueAt } = await call(startProviderSignIn, {
    body: { returnTo },
  });
  location.assign(continueAt);
}
