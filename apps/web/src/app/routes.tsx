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
import {
  administrationMessages,
  figureEditingMessages,
  figureMessages,
  signedInMessages,
  siteMessages,
} from '../lib/messages.ts';
import { missingOrClosed, passSignedIn, requireSession, takeLinkToken, type Opened } from './guards.ts';
import { Layout } from './layout.tsx';

const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Layout,
  // A shared address may choose the language; it then holds for the whole visit.
  search: { middlewares: [retainSearchParams<{ lang?: unknown }>(['lang'])] },
});

type Load = () => Promise<{ Page: ComponentType }>;
/** Runs first; may lead elsewhere. */
type Before = (opened: Opened) => unknown;
type Warm = (given: { client: QueryClient; params: Record<string, string> }) => unknown;

/** A page in a file of its own, fetched when it is opened. `warm` starts its data while its code is on the way. */
const page = <const P extends `/${string}`>(path: P, load: Load, warm?: Warm, before?: Before) =>
  createRoute({
    getParentRoute: () => rootRoute,
    path,
    ...(before && { beforeLoad: before }),
    component: lazyRouteComponent(load, 'Page'),
    loader: ({ context, params }) => {
      void warm?.({ client: context.queryClient, params });
    },
  });

/** A page about the service itself. */
const sitePage = <const P extends `/${string}`>(path: P, load: Load) => page(path, () => siteMessages.page(load()));

/** A page with charts, whose words the board does without. */
const figurePage = <const P extends `/${string}`>(path: P, load: Load) => page(path, () => figureMessages.page(load()));

/** A page on the way in: its words are not among those that the public pages load. */
const entrancePage = <const P extends `/${string}`>(path: P, load: Load, before?: Before) =>
  page(path, () => signedInMessages.page(load()), undefined, before);

/** A page for those who have signed in; whoever has not does so first. */
const staffPage = <const P extends `/${string}`>(path: P, load: Load, warm?: Warm) =>
  page(path, () => signedInMessages.page(load()), warm, requireSession);

/** A page on which a municipality is administered. */
const adminPage = <const P extends `/${string}`>(path: P, load: Load) =>
  page(path, () => administrationMessages.page(load()), undefined, requireSession);

/** A page on which figures are written: all words that there are. */
const figureStaffPage = <const P extends `/${string}`>(path: P, load: Load) =>
  page(path, () => figureEditingMessages.page(load()), undefined, requireSession);

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
  page(
    '/',
    () => import('../features/municipality/list-page.tsx'),
    ({ client }) => client.prefetchQuery(municipalitiesQuery),
  ),
  sitePage('/about', () => import('../features/site/about-page.tsx')),
  sitePage('/accessibility', () => import('../features/site/accessibility-page.tsx')),
  entrancePage('/sign-in', () => import('../features/session/sign-in-page.tsx'), passSignedIn),
  entrancePage('/sign-in/return', () => import('../features/session/return-page.tsx')),
  entrancePage('/sign-in/provider', () => import('../features/session/provider-page.tsx')),
  staffPage('/sign-in/done', () => import('../features/session/done-page.tsx')),
  entrancePage('/forgot-password', () => import('../features/session/forgot-password-page.tsx')),
  entrancePage('/link', () => import('../features/session/link-page.tsx'), takeLinkToken),
  staffPage('/account', () => import('../features/session/account/account-page.tsx')),
  staffPage('/reporting', () => import('../features/report/reporting-page.tsx')),
  staffPage('/rounds', () => import('../features/round/home-page.tsx')),
  staffPage('/rounds/$slug', () => import('../features/round/rounds-page.tsx')),
  staffPage('/rounds/$slug/$round', () => import('../features/round/round-page.tsx')),
  entrancePage('/mailbox', () => import('../features/mail/mailbox-page.tsx')),
  staffPage('/admin', () => import('../features/admin/home-page.tsx')),
  staffPage('/admin/$slug', () => import('../features/admin/home-page.tsx')),
  staffPage('/admin/$slug/people', () => import('../features/user/people-page.tsx')),
  adminPage('/admin/$slug/departments', () => import('../features/department/manage/departments-page.tsx')),
  adminPage('/admin/$slug/displays', () => import('../features/display/manage/rooms-page.tsx')),
  adminPage('/admin/$slug/displays/$id', () => import('../features/display/manage/remote-page.tsx')),
  figureStaffPage('/admin/$slug/indicators', () => import('../features/indicator/manage/list-page.tsx')),
  figureStaffPage('/admin/$slug/indicators/grid', () => import('../features/indicator/manage/grid-page.tsx')),
  figureStaffPage('/admin/$slug/indicators/import', () => import('../features/indicator/import/import-page.tsx')),
  figureStaffPage('/admin/$slug/indicators/edit/$id', () => import('../features/indicator/manage/manage-page.tsx')),
  figureStaffPage('/admin/$slug/findings', () => import('../features/finding/manage/findings-page.tsx')),
  adminPage('/admin/$slug/settings', () => import('../features/municipality/settings/settings-page.tsx')),
  adminPage('/admin/$slug/identity', () => import('../features/identity/identity-page.tsx')),
  adminPage('/admin/$slug/audit', () => import('../features/audit/audit-page.tsx')),
  newestPlanRoute,
  page('/$slug/$year', () => import('../features/plan/board-page.tsx'), warmBoard),
  staffPage('/$slug/$year/decisions', () => import('../features/decision/meeting-page.tsx')),
  figurePage('/$slug/$year/measures/$id', () => import('./pages/measure-page.tsx')),
  figurePage('/$slug/$year/goals/$goal', () => import('../features/goal/goal-page.tsx')),
  page('/$slug/$year/departments/$department', () => import('../features/department/department-page.tsx')),
  page('/$slug/$year/term', () => import('../features/term/term-page.tsx')),
  figurePage('/$slug/$year/indicators', () => import('../features/indicator/catalogue-page.tsx')),
  figurePage('/$slug/$year/indicators/$id', () => import('../features/indicator/indicator-page.tsx')),
  figurePage('/$slug/$year/findings', () => import('../features/finding/finding-page.tsx')),
]);
