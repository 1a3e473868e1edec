import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { municipalitiesQuery } from '../domain/municipality/queries.ts';
import { boardQuery } from '../domain/plan/queries.ts';
import type { CatalogueKey } from '../features/indicator/catalogue/catalogue-search.ts';
import type { BoardKey } from '../features/plan/board-search.ts';
import {
  administrationMessages,
  figureEditingMessages,
  figureMessages,
  signedInMessages,
  siteMessages,
} from '../lib/messages.ts';
import { searchKeys, type SearchOf } from '../lib/search.ts';
import { missingOrClosed, passSignedIn, requireSession, takeLinkToken, type PageEntry } from './guards.ts';
import { Layout } from './layout.tsx';

const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Layout,
  // A shared address may choose the language; it then holds for the whole visit.
  validateSearch: searchKeys<'lang'>,
  search: { middlewares: [retainSearchParams(['lang'])] },
});

type Load = () => Promise<{ Page: ComponentType }>;
/** Runs before the page opens and may redirect. */
type Before = (entry: PageEntry) => unknown;
type Warm = (page: { client: QueryClient; params: Record<string, string> }) => unknown;

type Options<S> = { search?: (raw: Record<string, unknown>) => S; warm?: Warm; before?: Before };
// The search of a page that reads no keys of its own.
type None = SearchOf<never>;

/** A page whose code loads when it opens. `warm` starts to load its data at the same time. */
const page = <const P extends `/${string}`, S extends object = None>(
  path: P,
  load: Load,
  { search, warm, before }: Options<S> = {},
) =>
  createRoute({
    getParentRoute: () => rootRoute,
    path,
    validateSearch: search ?? (searchKeys as (raw: Record<string, unknown>) => S),
    ...(before && { beforeLoad: before }),
    component: lazyRouteComponent(load, 'Page'),
    loader: ({ context, params }) => {
      void warm?.({ client: context.queryClient, params });
    },
  });

/** A page about the service itself. */
const sitePage = <const P extends `/${string}`, S extends object = None>(path: P, load: Load, options?: Options<S>) =>
  page(path, () => siteMessages.page(load()), options);

/** A page of what the board names, or with charts, whose messages the board does not load. */
const figurePage = <const P extends `/${string}`, S extends object = None>(path: P, load: Load, options?: Options<S>) =>
  page(path, () => figureMessages.page(load()), options);

/** A page on the way to the sign-in: the public pages do not load its messages. */
const entrancePage = <const P extends `/${string}`, S extends object = None>(
  path: P,
  load: Load,
  options?: Options<S>,
) => page(path, () => signedInMessages.page(load()), options);

/** A page that requires a session. */
const staffPage = <const P extends `/${string}`, S extends object = None>(path: P, load: Load, options?: Options<S>) =>
  page(path, () => signedInMessages.page(load()), { ...options, before: requireSession });

/** An administration page. */
const adminPage = <const P extends `/${string}`, S extends object = None>(path: P, load: Load, options?: Options<S>) =>
  page(path, () => administrationMessages.page(load()), { ...options, before: requireSession });

/** A page that edits figures: it loads all messages. */
const figureStaffPage = <const P extends `/${string}`, S extends object = None>(
  path: P,
  load: Load,
  options?: Options<S>,
) => page(path, () => figureEditingMessages.page(load()), { ...options, before: requireSession });

const newestPlanRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/$slug',
  loader: async ({ context, params: { slug } }) => {
    const { municipalities } = await context.queryClient.ensureQueryData(municipalitiesQuery);
    const newest = municipalities.find((one) => one.slug === slug)?.plans[0];
    if (!newest) throw await missingOrClosed(context.queryClient, slug);
    throw redirect({ to: '/$slug/$year', params: { slug, year: String(newest.year) }, replace: true });
  },
});

const warmBoard: Warm = ({ client, params: { slug = '', year = '' } }) => client.prefetchQuery(boardQuery(slug, year));

/** Every page of the product: a line here and a folder in features. */
export const routeTree = rootRoute.addChildren([
  page('/', () => import('../features/municipality/list-page.tsx'), {
    warm: ({ client }) => client.prefetchQuery(municipalitiesQuery),
  }),
  sitePage('/about', () => import('../features/site/about-page.tsx')),
  sitePage('/accessibility', () => import('../features/site/accessibility-page.tsx'), {
    search: searchKeys<'municipality'>,
  }),
  entrancePage('/sign-in', () => import('../features/session/sign-in-page.tsx'), {
    search: searchKeys<'to' | 'email'>,
    before: passSignedIn,
  }),
  entrancePage('/sign-in/return', () => import('../features/session/return-page.tsx')),
  entrancePage('/sign-in/provider', () => import('../features/session/provider-page.tsx'), {
    search: searchKeys<'to'>,
  }),
  staffPage('/sign-in/done', () => import('../features/session/done-page.tsx')),
  entrancePage('/forgot-password', () => import('../features/session/forgot-password-page.tsx'), {
    search: searchKeys<'to'>,
  }),
  entrancePage('/link', () => import('../features/session/link-page.tsx'), { before: takeLinkToken }),
  staffPage('/account', () => import('../features/session/account/account-page.tsx')),
  staffPage('/reporting', () => import('../features/report/reporting-page.tsx'), {
    search: searchKeys<'department' | 'municipality' | 'round'>,
  }),
  staffPage('/rounds', () => import('../features/round/home-page.tsx')),
  staffPage('/rounds/$slug', () => import('../features/round/rounds-page.tsx')),
  staffPage('/rounds/$slug/$round', () => import('../features/round/round-page.tsx'), {
    search: searchKeys<'show' | 'q'>,
  }),
  entrancePage('/mailbox', () => import('../features/mail/mailbox-page.tsx')),
  staffPage('/admin', () => import('../features/admin/home-page.tsx'), { search: searchKeys<'choose'> }),
  staffPage('/admin/$slug', () => import('../features/admin/home-page.tsx'), { search: searchKeys<'choose'> }),
  staffPage('/admin/$slug/people', () => import('../features/user/people-page.tsx'), {
    search: searchKeys<'q' | 'role' | 'department' | 'state'>,
  }),
  adminPage('/admin/$slug/departments', () => import('../features/department/manage/departments-page.tsx'), {
    search: searchKeys<'q' | 'kind'>,
  }),
  adminPage('/admin/$slug/displays', () => import('../features/display/manage/displays-page.tsx')),
  adminPage('/admin/$slug/displays/$id', () => import('../features/display/manage/remote-page.tsx')),
  figureStaffPage('/admin/$slug/indicators', () => import('../features/indicator/manage/list-page.tsx'), {
    search: searchKeys<'year' | 'q' | 'page' | 'new'>,
  }),
  figureStaffPage('/admin/$slug/indicators/grid', () => import('../features/indicator/manage/grid-page.tsx'), {
    search: searchKeys<'year' | 'q' | 'page'>,
  }),
  figureStaffPage('/admin/$slug/indicators/import', () => import('../features/indicator/import/import-page.tsx'), {
    search: searchKeys<'year'>,
  }),
  figureStaffPage('/admin/$slug/indicators/edit/$id', () => import('../features/indicator/manage/manage-page.tsx'), {
    search: searchKeys<'year'>,
  }),
  figureStaffPage('/admin/$slug/findings', () => import('../features/finding/manage/findings-page.tsx'), {
    search: searchKeys<'year'>,
  }),
  adminPage('/admin/$slug/settings', () => import('../features/municipality/settings/settings-page.tsx')),
  adminPage('/admin/$slug/identity', () => import('../features/identity/identity-page.tsx'), {
    search: searchKeys<'q'>,
  }),
  adminPage('/admin/$slug/audit', () => import('../features/audit/audit-page.tsx'), {
    search: searchKeys<'action' | 'actor' | 'subject' | 'from' | 'to'>,
  }),
  newestPlanRoute,
  page('/$slug/$year', () => import('../features/plan/board-page.tsx'), {
    search: searchKeys<BoardKey>,
    warm: warmBoard,
  }),
  staffPage('/$slug/$year/decisions', () => import('../features/decision/meeting-page.tsx'), {
    search: searchKeys<'meeting'>,
  }),
  figurePage('/$slug/$year/measures/$id', () => import('./pages/measure-page.tsx')),
  figurePage('/$slug/$year/goals/$goal', () => import('../features/goal/goal-page.tsx')),
  figurePage('/$slug/$year/departments/$department', () => import('../features/department/department-page.tsx')),
  figurePage('/$slug/$year/term', () => import('../features/term/term-page.tsx')),
  figurePage('/$slug/$year/indicators', () => import('../features/indicator/catalogue-page.tsx'), {
    search: searchKeys<CatalogueKey>,
  }),
  figurePage('/$slug/$year/indicators/$id', () => import('../features/indicator/indicator-page.tsx'), {
    search: searchKeys<'view' | 'by'>,
  }),
  figurePage('/$slug/$year/findings', () => import('../features/finding/finding-page.tsx')),
]);
