import { createHash, randomBytes } from 'node:crypto';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Db, Prisma } from '@vointi/db/client.ts';
import { type Actor, anonymous } from '@vointi/shared/access/grant.ts';

const minute = 60_000;
/** Unused, a session ends after an hour; used, after twelve (ASVS 5.0, 7.3). */
export const idleMs = 60 * minute;
export const absoluteMs = 12 * 60 * minute;
/** A request says "still here"; once a minute is often enough to write that down. */
const touchMs = minute;

const isHttps = (publicUrl: string | undefined) => publicUrl?.startsWith('https:') ?? false;
/** Browsers keep a `__Host-` cookie to this one host, but only where the product is reached by https. */
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

/** A cookie of ours; undefined when the request has none. */
export function cookieOf(request: FastifyRequest, options: CookieOptions): string | undefined {
  const { cookie } = request.headers;
  return cookie === undefined ? undefined : parseCookie(cookie)[cookieName(options.publicUrl, options.kind)];
}

type ScreenActor = Extract<Actor, { kind: 'screen' }>;
type Clock = { db: Db; now: () => Date; publicUrl: string | undefined };

/**
 * Whoever asks, by the cookie of a session or of a screen. A cookie that is no longer good is as none.
 * @param as for what a screen asks: it is the screen of its own municipality also while somebody has signed in at it
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
    const asked = await screen();
    if (asked && (slug === undefined || asked.slug === slug)) return asked;
    return (await user()) ?? asked ?? anonymous;
  }
  // Whoever signed in at a screen is gone in an hour; it is a screen again.
  return (await user()) ?? (await screen()) ?? anonymous;
}

async function userOf({ db, now }: Clock, token: string): Promise<Actor | undefined> {
  const at = now();
  const session = await db.session.findUnique({
    where: {
      tokenHash: hashOf(token),
      endedAt: null,
      expiresAt: { gt: at },
      lastSeenAt: { gt: new Date(at.getTime() - idleMs) },
    },
    select: {
      id: true,
      userId: true,
      lastSeenAt: true,
      user: {
        select: {
          memberships: {
            where: { disabledAt: null },
            select: { municipalityId: true, role: true, departmentId: true, municipality: { select: { slug: true } } },
          },
        },
      },
    },
  });
  if (!session) return undefined;
  if (at.getTime() - session.lastSeenAt.getTime() > touchMs) {
    await db.session.updateMany({ where: { id: session.id }, data: { lastSeenAt: at } });
  }
  const memberships = session.user.memberships.map(({ municipality, ...rest }) => ({
    ...rest,
    slug: municipality.slug,
  }));
  return { kind: 'user', userId: session.userId, sessionId: session.id, memberships };
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

/** Begins a session; the token goes to the browser and is nowhere else. */
export async function createSession(tx: Prisma.TransactionClient, at: Date, given: NewSession): Promise<string> {
  const token = newToken();
  await tx.session.create({
    data: {
      userId: given.userId,
      method: given.method,
      userAgent: given.userAgent?.trim().slice(0, 200) || null,
      idToken: given.idToken ?? null,
      tokenHash: hashOf(token),
      createdAt: at,
      lastSeenAt: at,
      expiresAt: new Date(at.getTime() + absoluteMs),
    },
  });
  await tx.user.update({ where: { id: given.userId }, data: { lastSignInAt: at } });
  return token;
}

/** Ends all sessions of these people: after a change of roles or password, or when they are disabled. */
export async function endSessions(
  tx: Prisma.TransactionClient,
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
