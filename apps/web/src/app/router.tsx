import type { QueryClient } from '@tanstack/react-query';
import { createRouter, type RouterHistory } from '@tanstack/react-router';
import { setNavigationFocus } from '../lib/navigation-focus.ts';
import { parseSearch, stringifySearch } from '../lib/search.ts';
import { CrashPage } from './crash-page.tsx';
import { followLinks } from './links.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { PagePending } from './page-pending.tsx';
import { routeTree } from './routes.tsx';

/** @param options tests give a history of their own; without one it is the browser's */
export function makeRouter(queryClient: QueryClient, options?: { history: RouterHistory }) {
  const router = createRouter({
    routeTree,
    ...options,
    context: { queryClient },
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultPreload: false,
    defaultPendingMs: 300,
    defaultPendingComponent: PagePending,
    defaultErrorComponent: CrashPage,
    defaultNotFoundComponent: NotFoundPage,
  });
  let isBack = false;
  router.history.subscribe(({ action }) => {
    isBack = action.type === 'BACK';
  });
  router.subscribe('onBeforeNavigate', ({ fromLocation, pathChanged }) => {
    if (fromLocation && pathChanged) setNavigationFocus({ backFrom: isBack ? fromLocation.pathname : null });
  });
  followLinks((href) => void router.navigate({ href }));
  return router;
}

export type AppRouter = ReturnType<typeof makeRouter>;

declare module '@tanstack/react-router' {
  // The router takes the types of its paths from here.
  interface Register {
    router: AppRouter;
  }
}
