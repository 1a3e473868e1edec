import type { QueryClient } from '@tanstack/react-query';
import type { SessionState } from '@vointi/shared/session/contract.ts';
import { createSession, deleteSession, startProviderSignIn } from '@vointi/shared/session/endpoints.ts';
import { call } from '../../lib/call.ts';
import { finishBeforeSignOut } from '../../lib/before-sign-out.ts';
import { forgetOwn } from '../../lib/storage.ts';
import { tellTabs } from './channel.ts';
import { setMark } from '../../domain/session/mark.ts';
import { pageOwner } from '../../domain/session/owner.ts';
import { takeSession } from '../../domain/session/queries.ts';

const maxPreparing = 3000;

/** After any way of signing in. A page of somebody else's is loaded anew: false when that is under way. */
export function signedIn(client: QueryClient, state: SessionState): boolean {
  const owner = pageOwner();
  takeSession(client, state);
  if (state.me) tellTabs({ kind: 'in', userId: state.me.id });
  return owner === null || owner.id === state.me?.id;
}

export const signIn = (email: string, password: string) => call(createSession, { body: { email, password } });

/** Leaves nothing of the person in this browser's tabs. */
export function leave(client: QueryClient, to: string) {
  const owner = pageOwner();
  if (owner) forgetOwn(owner.id);
  setMark(false);
  tellTabs({ kind: 'out' });
  client.clear();
  location.assign(to);
}

export async function signOut(client: QueryClient) {
  await finishBeforeSignOut(maxPreparing);
  const { continueAt } = await call(deleteSession, {});
  leave(client, continueAt ?? '/');
}

/** Goes to the identity provider; the page is left. */
export async function startProvider(returnTo: string) {
  const { continueAt } = await call(startProviderSignIn, {
    body: { returnTo },
  });
  location.assign(continueAt);
}
