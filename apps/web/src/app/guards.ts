import type { QueryClient } from '@tanstack/react-query';
import { notFound, redirect } from '@tanstack/react-router';
import { publicSettingsQuery } from '../domain/municipality/queries.ts';
import { homeOf, safePath } from '../features/session/return-path.ts';
import { keepLinkToken } from '../features/session/link-token.ts';
import { sessionQuery } from '../domain/session/queries.ts';
import { codeOf } from '../lib/problem.ts';
import { signInPath } from '../lib/sign-in-path.ts';

export type PageEntry = {
  context: { queryClient: QueryClient };
  location: { href: string; hash: string; search: { to?: unknown } };
};

/** Redirects to the sign-in without a session; the sign-in leads back to this page. */
export async function requireSession({ context, location }: PageEntry) {
  const { me } = await context.queryClient.ensureQueryData(sessionQuery);
  if (!me) throw redirect({ href: signInPath(location.href), replace: true });
}

/** Redirects a person who is already signed in to the page that they were going to. */
export async function passSignedIn({ context, location: { search } }: PageEntry) {
  // The page itself shows that the service is unavailable.
  const state = await context.queryClient.ensureQueryData(sessionQuery).catch(() => undefined);
  const [to] = Array.isArray(search.to) ? (search.to as string[]) : [];
  if (state?.me) throw redirect({ href: safePath(to) ?? homeOf(state.me), replace: true });
}

/** Removes the secret of a one-time link from the address bar before anything else loads. */
export function takeLinkToken({ location }: PageEntry) {
  if (!location.hash) return;
  keepLinkToken(location.hash);
  throw redirect({ href: '/link', replace: true });
}

/** Redirects to the sign-in when the municipality's board is not public; otherwise the page is not found. */
export async function missingOrClosed(client: QueryClient, slug: string) {
  const problem: unknown = await client.fetchQuery(publicSettingsQuery(slug)).then(
    () => undefined,
    (error: unknown) => error,
  );
  return codeOf(problem) === 'unauthenticated' ? redirect({ href: signInPath(`/${slug}`), replace: true }) : notFound();
}
