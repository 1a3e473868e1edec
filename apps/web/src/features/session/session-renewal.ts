import type { QueryClient } from '@tanstack/react-query';
import { setPageOwner, setSessionRenewer } from '../../lib/session-renewal.ts';
import { onTabMessage, type TabMessage } from './tab-channel.ts';
import { setMark } from '../../domain/session/mark.ts';
import { pageOwner } from '../../domain/session/owner.ts';
import { knownMe, sessionQuery } from '../../domain/session/queries.ts';

/** One dialog for all requests that were refused meanwhile. */
let openQuestion: { answer: (isBack: boolean) => void; answered: Promise<boolean> } | undefined;
const listeners = new Set<() => void>();
const changed = () => {
  for (const listener of listeners) listener();
};

export const subscribeToRenewal = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const isRenewalAsked = () => openQuestion !== undefined;

function askPerson(): Promise<boolean> {
  if (openQuestion) return openQuestion.answered;
  const { promise, resolve } = Promise.withResolvers<boolean>();
  openQuestion = { answer: resolve, answered: promise };
  changed();
  return promise;
}

/** Closes the dialog; the refused requests are retried or fail. */
export function answerRenewal(isBack: boolean) {
  const { answer } = openQuestion ?? {};
  openQuestion = undefined;
  changed();
  answer?.(isBack);
}

/** Stays on the page as signed out. */
export function declineRenewal(client: QueryClient) {
  setMark(false);
  client.setQueryData(sessionQuery.queryKey, (state) => state && { ...state, me: null });
  answerRenewal(false);
}

async function hear(client: QueryClient, message: TabMessage) {
  const owner = pageOwner();
  if (message.kind === 'out') {
    if (!owner) return;
    client.clear();
    location.reload();
    return;
  }
  // Reload: the page shows data of another person.
  if (owner && owner.id !== message.userId) location.reload();
  else {
    await client.fetchQuery({ ...sessionQuery, staleTime: 0 }).catch(() => {});
    if (knownMe(client)) answerRenewal(true);
  }
}

/** Asks for the password when the session ends, and follows signing in and out in other tabs. */
export function watchSession(client: QueryClient) {
  setPageOwner(() => pageOwner()?.id);
  setSessionRenewer(async (kind) => {
    // After the person declined, background requests no longer ask; their own actions do.
    const isWorthAsking = kind === 'write' ? pageOwner() : knownMe(client);
    return isWorthAsking ? askPerson() : false;
  });
  onTabMessage((message) => void hear(client, message));
}
