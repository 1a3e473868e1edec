import type { QueryClient } from '@tanstack/react-query';
import { setPageOwner, setSessionRenewer } from '../../lib/session-renewal.ts';
import { hearTabs, type Told } from './channel.ts';
import { setMark } from '../../domain/session/mark.ts';
import { pageOwner } from '../../domain/session/owner.ts';
import { knownMe, sessionQuery } from '../../domain/session/queries.ts';

/** One question for everything that was refused meanwhile. */
let asked: { answer: (isBack: boolean) => void; whether: Promise<boolean> } | undefined;
const listeners = new Set<() => void>();
const changed = () => {
  for (const listener of listeners) listener();
};

export const subscribeToRenewal = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const isRenewalAsked = () => asked !== undefined;

function askPerson(): Promise<boolean> {
  if (asked) return asked.whether;
  const { promise, resolve } = Promise.withResolvers<boolean>();
  asked = { answer: resolve, whether: promise };
  changed();
  return promise;
}

/** Ends the question; what was refused goes on, or tells that it did not. */
export function answerRenewal(isBack: boolean) {
  const { answer } = asked ?? {};
  asked = undefined;
  changed();
  answer?.(isBack);
}

/** The person would rather not: the page stays, and shows that nobody is signed in. */
export function declineRenewal(client: QueryClient) {
  setMark(false);
  client.setQueryData(sessionQuery.queryKey, (state) => state && { ...state, me: null });
  answerRenewal(false);
}

async function hear(client: QueryClient, told: Told) {
  const owner = pageOwner();
  if (told.kind === 'out') {
    if (!owner) return;
    client.clear();
    location.reload();
    return;
  }
  // Somebody else's page must not be left under this person's session.
  if (owner && owner.id !== told.userId) location.reload();
  else {
    await client.fetchQuery({ ...sessionQuery, staleTime: 0 }).catch(() => {});
    if (knownMe(client)) answerRenewal(true);
  }
}

/** A session that ends on any page is asked back there, and tabs follow each other's sign-in and sign-out. */
export function watchSession(client: QueryClient) {
  setPageOwner(() => pageOwner()?.id);
  setSessionRenewer(async (kind) => {
    // What is renewed by itself does not ask again once the person has said no; what they do does.
    const isWorthAsking = kind === 'write' ? pageOwner() : knownMe(client);
    return isWorthAsking ? askPerson() : false;
  });
  hearTabs((told) => void hear(client, told));
}
