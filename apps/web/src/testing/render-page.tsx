import { createMemoryHistory } from '@tanstack/react-router';
import type { Permission } from '@vointi/shared/access/permissions.ts';
import type { Me, SessionState } from '@vointi/shared/session/contract.ts';
import { onTestFinished, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { Providers } from '../app/providers.tsx';
import { makeRouter } from '../app/router.tsx';
import { loadMessages } from '../lib/intl.tsx';
import { watchSession } from '../features/session/session-renewal.ts';
import { makeQueryClient } from '../lib/queries.ts';
import { refusal, stubFetch, type SentRequest } from './stub-fetch.ts';

/** Somebody who may do this in the municipality of Hallila. */
export const signedIn = (...can: Permission[]): Me => ({
  id: '00000000-0000-4000-8000-000000000001',
  displayName: 'Hallila, admin',
  email: 'admin@hallila.example',
  language: 'fi',
  signedInBy: 'password',
  hasPassword: true,
  mutedMails: [],
  municipalities: [{ slug: 'hallila', name: { fi: 'Hallila' }, roles: ['admin'], departments: [], can }],
});

type Options = {
  me?: Me;
  /** Stands for the API; what it leaves undefined is not found. */
  respond: (request: SentRequest) => Response | Promise<Response> | undefined;
};

/** Never opens: nothing changes but by the test. */
class SilentStream extends EventTarget {
  close() {}
}

/** Opens an address of the product with all that is around the page, until the test ends. The requests end at `respond`. */
export async function renderPage(address: string, { me, respond }: Options) {
  const session: SessionState = { me: me ?? null, identityProvider: null, hasMailbox: false };
  vi.stubGlobal('EventSource', SilentStream);
  const sent = stubFetch(
    (request) =>
      respond(request) ??
      (request.path === '/api/v1/session' && request.method === 'GET'
        ? Response.json(session)
        : refusal({ status: 404, code: 'not_found' })),
  );
  const history = createMemoryHistory({ initialEntries: [address] });
  const queryClient = makeQueryClient();
  const { queries } = queryClient.getDefaultOptions();
  // Tries again as often as the product does, without its pauses.
  queryClient.setDefaultOptions({ queries: { ...queries, retryDelay: 10 } });
  watchSession(queryClient);
  // The router listens as long as the document lives; here the next page gets a router of its own.
  const listen = vi.spyOn(document, 'addEventListener');
  const router = makeRouter(queryClient, { history });
  const listeners = [...listen.mock.calls];
  listen.mockRestore();
  onTestFinished(() => {
    for (const [type, listener] of listeners) document.removeEventListener(type, listener);
    vi.unstubAllGlobals();
    localStorage.clear();
  });
  const [messages] = await Promise.all([loadMessages('fi'), router.load()]);
  const screen = await render(
    <Providers start={{ language: 'fi', messages }} queryClient={queryClient} router={router} />,
  );
  return { screen, router, sent, address: () => router.state.location.href };
}
