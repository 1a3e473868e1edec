import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Db } from '@vointi/db/client.ts';
import type { Actor, Grant } from '@vointi/shared/access/grant.ts';
import type { Boards } from './boards.ts';
import type { IdentityProvider } from './identity-provider.ts';
import type { Settings } from './settings.ts';

/** Who reads, and how far they may read. */
export type Reader = { actor: Actor; grant: Grant };

/** The listeners of this process: screens and pages that get changes. `features/display` implements it. */
export type Streams = {
  /** @throws AppError not_found, unauthenticated as the board does; unavailable, too_many_requests when too many listen */
  open: (slug: string, reader: Reader, request: FastifyRequest, reply: FastifyReply) => Promise<void>;
};

/** What features work with. `app.ts` builds it once, so that platform imports no feature. */
export type Context = {
  db: Db;
  boards: Boards;
  live: Streams;
  /** The build of the web app that is served; null without one. */
  build: string | null;
  settings: Settings;
  identityProvider: IdentityProvider | undefined;
  /** The server's clock; tests set their own. */
  now: () => Date;
};
