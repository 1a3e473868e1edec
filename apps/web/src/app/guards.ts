import type { QueryClient } from '@tanstack/react-query';
import { notFound, redirect } from '@tanstack/react-router';
import { publicSettingsQuery } from '../domain/municipality/queries.ts';
import { homeOf, safePath } from '../features/session/return-path.ts';
import { keepLinkToken } from '../features/session/link-token.ts';
import { sessionQuery } from '../domain/session/queries.ts';
import { codeOf } from '../lib/problem.ts';
import { signInPath } from '../lib/sign-in-path.ts';

export type Opened = {
  context: { queryClient: QueryClient };
  location: { href: string; hash: string; search: { to?: unknown } };
};

/** A page of somebody's own: without a session the sign-in comes first, and then this page. */
export async function requireSession({ context, location }: Opened) {
  const { me } = await context.queryClient.ensureQueryData(sessionQuery);
  if (!me) throw redirect({ href: signInPath(location.href), replace: true });
}

/** Whoever is signed in already is where they were going. */
export async function passSignedIn({ context, location: { search } }: Opened) {
  // The page itself tells when the service is away.
  const state = await context.queryClient.ensureQueryData(sessionQuery).catch(() => undefined);
  const [to] = Array.isArray(search.to) ? (search.to as string[]) : [];
  if (state?.me) throw redirect({ href: safePath(to) ?? homeOf(state.me), replace: true });
}

/** The secret of a one-time link leaves the address bar before anything else is loaded. */
export function takeLinkToken({ location }: Opened) {
  if (!location.hash) return;
  keepLinkToken(location.hash);
  throw redirect({ href: '/link', replace: true });
}

/** A municipality that is not in the list may be one whose board is for those who sign in. */
export async function missingOrClosed(client: QueryClient, slug: string) {
  const refusal: unknown = await client.fetchQuery(publicSettingsQuery(slug)).then(
    () => undefined,
    (error: unknown) => error,
  );
  return codeOf(refusal) === 'unauthenticated' ? redirect({ href: signInPath(`/${slug}`), replace: true }) : notFound();
}
