import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { IntlProvider } from 'use-intl';
import { render } from 'vitest-browser-react';

const files: Record<string, { default: object }> = import.meta.glob('../locales/*/*.json', { eager: true });

const camelCase = (name: string) => name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** All messages of a language, of every bundle. */
const messagesOf = (language: string) =>
  Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => path.includes(`/${language}/`))
      .map(([path, file]) => [camelCase(/([\w-]+)\.json$/.exec(path)?.[1] ?? ''), file.default]),
  );

type Options = {
  language?: string;
  /** The page's path; the router also has `/elsewhere`. */
  path?: string;
};

/** Renders a component with the messages of a language, an empty query cache and a router of two pages. */
export async function renderAlone(content: ReactNode, { language = 'fi', path = '/' }: Options = {}) {
  const root = createRootRoute();
  const routeTree = root.addChildren([
    createRoute({ getParentRoute: () => root, path: '/', component: () => content }),
    createRoute({ getParentRoute: () => root, path: '/elsewhere', component: () => <h1>Elsewhere</h1> }),
  ]);
  const router = createRouter({ routeTree, history: createMemoryHistory({ initialEntries: [path] }) });
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const screen = await render(
    <IntlProvider locale={language as never} timeZone="Europe/Helsinki" messages={messagesOf(language) as never}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </IntlProvider>,
  );
  return { screen, router, queryClient };
}
