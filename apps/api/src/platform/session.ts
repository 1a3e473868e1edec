import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Db, prepared, type Tx } from '@vointi/db/client.ts';
import { type Actor, anonymous } from '@vointi/shared/access/grant.ts';
import { memberRoles } from '@vointi/shared/access/permissions.ts';
import { BatchQueue } from './batch-queue.ts';
import { queryRows } from './sql.ts';

const minute = 60_000;
/** A session ends after an hour without use, and after twelve hours in any case (ASVS 5.0, 7.3). */
export const idleMs = 60 * minute;
export const absoluteMs = 12 * 60 * minute;
/** `lastSeenAt` is written at most once a minute. */
const touchMs = minute;

const isHttps = (publicUrl: string | undefined) => publicUrl?.startsWith('https:') ?? false;
/** Browsers limit a `__Host-` cookie to this one host, but take it only over https. */
export const cookieName = (publicUrl: string | undefined, kind: 'session' | 'screen' | 'flow' = 'session'): string =>
  `${isHttps(publicUrl) ? '__Host-' : ''}vointi${kind === 'session' ? '' : `-${kind}`}`;

export const hashOf = (token: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(createHash('sha256').update(token).digest());
export const newToken = (): string => randomBytes(32).toString('base64url');

type CookieOptions = { publicUrl: string | undefined; kind?: 'session' | 'screen' | 'flow'; maxAgeMs?: number };

export function setCookie(reply: FastifyReply, token: string, { publicUrl, kind, maxAgeMs }: CookieOptions) {
  reply.header(
    'set-cookie',
    stringifySetCookie({
      name: cookieName(publicUrl, kind),
      value: token,
      path: '/',
      httpOnly: true,
      secure: isHttps(publicUrl),
      sameSite: 'lax',
      ...(maxAgeMs !== undefined && { maxAge: maxAgeMs / 1000 }),
    }),
  );
}

export const clearCookie = (reply: FastifyReply, options: CookieOptions) =>
  setCookie(reply, '', { ...options, maxAgeMs: 0 });

/** The product's cookie; undefined when the request has none. */
export function cookieOf(request: FastifyRequest, options: CookieOptions): string | undefined {
  const { cookie } = request.headers;
  return cookie === undefined ? undefined : parseCookie(cookie)[cookieName(options.publicUrl, options.kind)];
}

type ScreenActor = Extract<Actor, { kind: 'screen' }>;
type Clock = { db: Db; now: () => Date; publicUrl: string | undefined };

/**
 * The actor of a request, by its session or screen cookie. An expired cookie counts as no cookie.
 * @param as 'screen' for requests of a screen: its cookie wins over the session of a person who has signed in at it
 */
export async function actorOf(
  context: Clock,
  request: FastifyRequest,
  { as, slug }: { as?: 'screen' | undefined; slug?: string | undefined } = {},
): Promise<Actor> {
  if (request.headers.cookie === undefined) return anonymous;
  const { publicUrl } = context;
  const token = cookieOf(request, { publicUrl });
  const screenToken = cookieOf(request, { publicUrl, kind: 'screen' });
  const screen = async () => (screenToken ? await screenOf(context, screenToken) : undefined);
  const user = async () => (token ? await userOf(context, token) : undefined);
  if (as === 'screen') {
    const screenActor = await screen();
    if (screenActor && (slug === undefined || screenActor.slug === slug)) return screenActor;
    return (await user()) ?? screenActor ?? anonymous;
  }
  // A session at a screen ends within the hour; then the screen's cookie counts again.
  return (await user()) ?? (await screen()) ?? anonymous;
}

const Session = z.strictObject({
  /** Index of its token in the batch. */
  at: z.int(),
  id: z.uuid(),
  userId: z.uuid(),
  lastSeenAt: z.date(),
  memberships: z.array(
    z.strictObject({
      municipalityId: z.uuid(),
      slug: z.string(),
      role: z.enum(memberRoles),
      departmentId: z.uuid().nullable(),
    }),
  ),
});
type Session = z.output<typeof Session>;

// Every request of a signed-in person needs this lookup, so simultaneous ones share a statement.
const sessionsSql = `${prepared('sessions')}
  select (g.at - 1)::int as at, s.id, s."userId", s."lastSeenAt", coalesce((
    select json_agg(json_build_object('municipalityId', m."municipalityId", 'slug', k.slug, 'role', m.role,
      'departmentId', m."departmentId") order by m.id)
    from "Membership" m join "Municipality" k on k.id = m."municipalityId"
    where m."userId" = s."userId" and m."disabledAt" is null), '[]'::json) as memberships
  from unnest($1::text[]) with ordinality as g(hash, at)
  join "Session" s on s."tokenHash" = decode(g.hash, 'hex')
  where s."endedAt" is null and s."expiresAt" > $2::timestamptz and s."lastSeenAt" > $3::timestamptz`;

async function readSessions({ db, now }: Clock, tokens: readonly string[]): Promise<(Session | undefined)[]> {
  const hashes = tokens.map((token) => Buffer.from(hashOf(token)).toString('hex'));
  const unusedSince = new Date(now().getTime() - idleMs);
  const sessions = await queryRows(db, Session, sessionsSql, hashes, now(), unusedSince);
  const byIndex = new Map(sessions.map((session) => [session.at, session]));
  return tokens.map((_, index) => byIndex.get(index));
}

/** One queue per application. Lookups are batched, never cached: an ended session ends for the next request. */
const lookups = new WeakMap<Db, BatchQueue<string, Session | undefined>>();

function lookupOf(clock: Clock): BatchQueue<string, Session | undefined> {
  const known = lookups.get(clock.db) ?? new BatchQueue((tokens) => readSessions(clock, tokens));
  lookups.set(clock.db, known);
  return known;
}

async function userOf(clock: Clock, token: string): Promise<Actor | undefined> {
  const session = await lookupOf(clock).ask(token);
  if (!session) return undefined;
  const { id: sessionId, userId, lastSeenAt, memberships } = session;
  const at = clock.now();
  if (at.getTime() - lastSeenAt.getTime() > touchMs) {
    await clock.db.session.updateMany({ where: { id: sessionId }, data: { lastSeenAt: at } });
  }
  return { kind: 'user', userId, sessionId, memberships };
}

async function screenOf({ db, now }: Clock, token: string): Promise<ScreenActor | undefined> {
  const display = await db.display.findUnique({
    where: { tokenHash: hashOf(token), revokedAt: null },
    select: { id: true, municipalityId: true, lastSeenAt: true, municipality: { select: { slug: true } } },
  });
  if (!display) return undefined;
  const at = now();
  if (at.getTime() - (display.lastSeenAt?.getTime() ?? 0) > touchMs) {
    await db.display.updateMany({ where: { id: display.id }, data: { lastSeenAt: at } });
  }
  return {
    kind: 'screen',
    displayId: display.id,
    municipalityId: display.municipalityId,
    slug: display.municipality.slug,
  };
}

export type NewSession = {
  userId: string;
  method: 'password' | 'link' | 'identity_provider';
  userAgent?: string | undefined;
  idToken?: string;
};

/** Begins a session. The browser gets the token; the database stores only its hash. */
export async function createSession(tx: Tx, at: Date, session: NewSession): Promise<string> {
  const token = newToken();
  await tx.session.create({
    data: {
      userId: session.userId,
      method: session.method,
      userAgent: session.userAgent?.trim().slice(0, 200) || null,
      idToken: session.idToken ?? null,
      tokenHash: hashOf(token),
      createdAt: at,
      lastSeenAt: at,
      expiresAt: new Date(at.getTime() + absoluteMs),
    },
  });
  await tx.user.update({ where: { id: session.userId }, data: { lastSignInAt: at } });
  return token;
}

/** Whether a session is still open, for writes that lock the account after the lookup of the session. */
export const isOpen = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.session.count({ where: { id, endedAt: null } })) > 0;

/** Ends all sessions of these people, as their roles or password changed or they were disabled. */
export async function endSessions(
  tx: Tx,
  at: Date,
  userIds: readonly string[],
  { except }: { except?: string } = {},
): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { userId: { in: [...userIds] }, endedAt: null, ...(except !== undefined && { id: { not: except } }) },
    data: { endedAt: at, idToken: null },
  });
  return count;
}
