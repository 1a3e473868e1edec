import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Db } from '@vointi/db/client.ts';
import { fillPath } from '@vointi/shared/http/route.ts';
import { getBoard } from '@vointi/shared/plan/endpoints.ts';
import { AppError } from './app-error.ts';
import type { CachedBoard } from './boards.ts';
import type { Context } from './context.ts';
import { sendProblem } from './errors.ts';

/** Pages of the whole service and of signed-in people. These pages report by themselves what does not exist. */
const servicePath =
  /^\/(|about|accessibility|sign-in(\/(return|provider|done))?|forgot-password|link|account|reporting|rounds(\/[a-z0-9-]{1,60}){0,2}|mailbox|display|admin(\/[a-z0-9-]{1,60}(\/[a-z-]+(\/[a-z0-9-]{1,60}){0,2})?)?)\/?$/;
/** Meeting-room screens have their own page, apart from the application's. */
const screenPath = /^\/(display|[a-z0-9-]{1,60}\/20\d\d\/display)\/?$/;
const planPath = /^\/([a-z0-9-]{1,60})\/(20\d\d)(\/.*)?$/;

/** What the plan feature knows about its pages; `app.ts` passes it in. */
type PlanPages = {
  /** Whether a page exists at the rest of the board's address. */
  hasPage: (db: Db, board: CachedBoard, rest: string) => Promise<boolean>;
  /** Whether only its own people see a municipality's plans. */
  isPrivateMunicipality: (db: Db, slug: string) => Promise<boolean>;
};
/** `webRoot`: the folder of the built web app; undefined when only the API is served. */
type WebOptions = PlanPages & { webRoot: string | undefined };

const pageOf = (webRoot: string | undefined, file = 'index.html'): string =>
  webRoot && existsSync(join(webRoot, file)) ? readFileSync(join(webRoot, file), 'utf8') : '';

/** The id of the web app's build, which its pages name. Null without a web app. */
export function buildOf(webRoot: string | undefined): string | null {
  const page = pageOf(webRoot);
  const own = /<meta name="vointi-build" content="([0-9a-f]+)"/.exec(page)?.[1];
  return page === '' ? null : (own ?? createHash('sha256').update(page).digest('hex').slice(0, 12));
}

/**
 * Serves the built web app: its files, and one page for all its addresses. The address of an unknown plan answers 404
 * with the same page, which says so in words.
 */
export async function registerWeb(app: FastifyInstance, context: Context, { webRoot, ...pages }: WebOptions) {
  const page = pageOf(webRoot);
  const screen = pageOf(webRoot, 'display.html');
  if (webRoot && page) {
    await app.register(fastifyStatic, {
      root: webRoot,
      index: false,
      wildcard: false,
      preCompressed: true,
      // These files are named by their content, so browsers never ask for them again.
      setHeaders: (reply, path) => {
        reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  app.setNotFoundHandler(async (request, reply) => {
    const isPage = page && request.method === 'GET' && !/^\/(api|assets)(\/|$)/.test(request.url);
    if (!isPage) return sendProblem(new AppError('not_found'), request, reply);
    const isScreen = screen && screenPath.test(request.url.split('?', 1)[0] ?? '');
    return sendPage(request, reply, { page: isScreen ? screen : page, pages, context });
  });
}

type PageAnswer = { page: string; pages: PlanPages; context: Context };

async function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { page, pages, context: { boards, db } }: PageAnswer,
) {
  const path = request.url.split('?', 1)[0] ?? '/';
  const [, slug, year, rest] = planPath.exec(path) ?? [];
  const municipality = /^\/([a-z0-9-]{1,60})\/?$/.exec(path)?.[1];
  let isThere = servicePath.test(path);
  let head = '';
  if (!isThere && municipality) {
    const known = await db.municipality
      .findFirst({ where: { slug: municipality }, select: { id: true } })
      .catch(() => undefined);
    isThere = known !== null;
  }
  if (slug && year) {
    // Without the database nobody knows whether the plan exists, so the page itself says what is wrong.
    const board = await boards.get(slug, Number(year)).catch(() => undefined);
    // The status of a page must not reveal which closed plans a municipality has, or what is in them.
    if (board?.isPublic) isThere = await pages.hasPage(db, board, rest ?? '/').catch(() => true);
    else isThere = board !== null || (await pages.isPrivateMunicipality(db, slug).catch(() => true));
    if (board?.isPublic && (rest ?? '/') === '/') head = preloadOf(slug, year);
  }
  return reply
    .code(isThere ? 200 : 404)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-cache')
    .send(page.replace('</head>', `${head}</head>`));
}

/** Preloads the board's data together with the scripts that draw it. Both parts match strict patterns. */
const preloadOf = (slug: string, year: string) =>
  `<link rel="preload" href="${fillPath(getBoard, { slug, year })}" as="fetch" crossorigin="anonymous" />`;
