import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Db } from '@vointi/db/client.ts';
import type { Actor, Grant } from '@vointi/shared/access/grant.ts';
import type { Boards } from './boards.ts';
import type { IdentityProvider } from './identity-provider.ts';
import type { Settings } from './settings.ts';

/** Who asks, and how far they may read. */
export type Reader = { actor: Actor; grant: Grant };

/** The listeners of this process: screens and pages that hear of changes. `features/display` implements it. */
export type Streams = {
  /** @throws AppError not_found, unauthenticated as the municipality's board does; others when too many listen */
  open: (slug: string, reader: Reader, request: FastifyRequest, reply: FastifyReply) => Promise<void>;
};

/** What the features work with. `app.ts` makes it once, so that platform imports no feature. */
export type Context = {
  db: Db;
  boards: Boards;
  live: Streams;
  /** Which build of the web app is served; null where there is none. */
  build: string | null;
  settings: Settings;
  identityProvider: IdentityProvider | undefined;
  /** The server's clock; tests have one of their own. */
  now: () => Date;
};
