import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { SessionState } from '@vointi/shared/session/contract.ts';
import { signedIn } from './actions.ts';
import { homeOf } from './return-path.ts';

/** Continues after signing in to the page that was asked for, or to the person's first page. */
export function useSignedIn(): (state: SessionState, returnTo: string | undefined) => Promise<void> {
  const client = useQueryClient();
  const router = useRouter();
  return async (state, returnTo) => {
    const to = returnTo ?? (state.me ? homeOf(state.me) : '/');
    if (!signedIn(client, state)) {
      location.assign(to);
      return;
    }
    // The person may see more than before: refetch everything but the session.
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    await router.navigate({ href: to, replace: true });
  };
}
