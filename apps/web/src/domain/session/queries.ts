import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import type { Permission } from '@vointi/shared/access/permissions.ts';
import type { Me, SessionState } from '@vointi/shared/session/contract.ts';
import { getSession } from '@vointi/shared/session/endpoints.ts';
import { call } from '../../lib/call.ts';
import { forgetOthers } from '../../lib/storage.ts';
import { isMarked, setMark } from './mark.ts';
import { pageOwner, setPageOwner } from './owner.ts';

function note({ me }: SessionState) {
  setMark(me !== null);
  setPageOwner(me);
  if (me) forgetOthers(me.id);
}

/**
 * The session, requested once and updated by sign-ins and changes of the account. It is not refetched: an ended session
 * shows when a request needs it, and the page stays as it is.
 */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<SessionState> => {
    const state = await call(getSession, {}, signal);
    note(state);
    return state;
  },
  staleTime: Infinity,
});

/** Takes the session of a sign-in's or an account change's response. */
export function takeSession(client: QueryClient, state: SessionState) {
  note(state);
  client.setQueryData(sessionQuery.queryKey, state);
}

/** The signed-in person, without a request; null: none known. */
export const knownMe = (client: QueryClient): Me | null => client.getQueryData(sessionQuery.queryKey)?.me ?? null;

/** For public pages: requests the session only when somebody may be signed in; undefined until it is known. */
export function useMaybeMe(): Me | null | undefined {
  const mayBe = isMarked();
  const { data, isError } = useQuery({ ...sessionQuery, enabled: mayBe });
  if (data) return data.me;
  return mayBe && !isError ? undefined : null;
}

/** For pages that need a session, which the route has loaded. Also works after the session ended. */
export function useMe(): Me {
  const { data } = useQuery(sessionQuery);
  const me = data?.me ?? pageOwner();
  if (!me) throw new Error('This page is opened without a session.');
  return me;
}

/** What the person may do in a municipality. */
export const useCan = (slug: string): ((permission: Permission) => boolean) => {
  const membership = useMe().municipalities.find((one) => one.slug === slug);
  return (permission) => membership?.can.includes(permission) ?? false;
};
