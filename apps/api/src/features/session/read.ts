import type { Prisma } from '@vointi/db/client.ts';
import { allowedIn, type ActorMembership } from '@vointi/shared/access/grant.ts';
import type { MemberRole } from '@vointi/shared/access/permissions.ts';
import type { Result } from '@vointi/shared/http/route.ts';
import type { DepartmentRef } from '@vointi/shared/plan/contract.ts';
import type { Me, SessionState, sessionApi } from '@vointi/shared/session/contract.ts';
import type { Language, Text } from '@vointi/shared/text/text.ts';
import type { Context } from '../../platform/context.ts';
import { hasMailbox } from '../mail/public.ts';
import { AppError } from '../../platform/app-error.ts';
import { hashOf, idleMs } from '../../platform/session.ts';
import type { Person } from '../../platform/serve.ts';

const meSelect = {
  id: true,
  displayName: true,
  email: true,
  contactEmail: true,
  language: true,
  mutedMails: true,
  passwordHash: true,
  memberships: {
    where: { disabledAt: null },
    orderBy: [{ municipality: { slug: 'asc' } }, { role: 'asc' }, { department: { order: 'asc' } }],
    select: {
      municipalityId: true,
      role: true,
      departmentId: true,
      department: { select: { slug: true, kind: true, name: true, shortName: true } },
      municipality: { select: { slug: true, name: true } },
    },
  },
} satisfies Prisma.UserSelect;

/** For the start of every page: who is signed in, and how one can sign in here. */
export async function sessionState(context: Context, person: Person | undefined): Promise<SessionState> {
  const { identityProvider } = context.settings;
  return {
    me: person ? await meOf(context, person) : null,
    identityProvider: identityProvider ? { name: identityProvider.name } : null,
    hasMailbox: hasMailbox(context.settings),
  };
}

/** The same for a session that has just begun, which the request's cookie does not name yet. */
export async function newSessionState(context: Context, token: string): Promise<SessionState> {
  const { id, userId } = await context.db.session.findUniqueOrThrow({
    where: { tokenHash: hashOf(token) },
    select: { id: true, userId: true },
  });
  return sessionState(context, { kind: 'user', userId, sessionId: id, memberships: [] });
}

async function meOf({ db }: Context, { userId, sessionId }: Person): Promise<Me> {
  const [user, session] = await Promise.all([
    db.user.findUnique({ where: { id: userId }, select: meSelect }),
    db.session.findUnique({ where: { id: sessionId }, select: { method: true } }),
  ]);
  if (!user || !session) throw new AppError('unauthenticated');
  const memberships: ActorMembership[] = user.memberships.map(({ municipality, ...rest }) => ({
    ...rest,
    slug: municipality.slug,
  }));
  const actor = { kind: 'user', userId, sessionId, memberships } as const;
  const municipalities = Map.groupBy(user.memberships, ({ municipality }) => municipality.slug);
  return {
    id: user.id,
    displayName: user.displayName,
    email: user.email ?? user.contactEmail,
    language: user.language as Language,
    mutedMails: user.mutedMails,
    signedInBy: session.method,
    hasPassword: user.passwordHash !== null,
    municipalities: [...municipalities].map(([slug, roles]) => ({
      slug,
      name: roles[0]!.municipality.name as Text,
      roles: [...new Set(roles.map(({ role }): MemberRole => role))],
      departments: departmentsOf(roles),
      can: allowedIn(actor, slug),
    })),
  };
}

type RoleRow = { department: { slug: string; kind: DepartmentRef['kind']; name: unknown; shortName: unknown } | null };

/** Each department once, also where somebody both reports and approves. */
function departmentsOf(roles: readonly RoleRow[]): DepartmentRef[] {
  const bySlug = new Map<string, DepartmentRef>();
  for (const { department: one } of roles) {
    if (one) bySlug.set(one.slug, { ...one, name: one.name as Text, shortName: one.shortName as Text | null });
  }
  return [...bySlug.values()];
}

export async function listOwnSessions(
  { db }: Context,
  { userId, sessionId }: Person,
  at: Date,
): Promise<Result<typeof sessionApi.list>> {
  const sessions = await db.session.findMany({
    where: { userId, endedAt: null, expiresAt: { gt: at }, lastSeenAt: { gt: new Date(at.getTime() - idleMs) } },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'desc' }],
    take: 100,
    select: { id: true, method: true, userAgent: true, createdAt: true, lastSeenAt: true },
  });
  return {
    sessions: sessions.map(({ id, method, userAgent, createdAt, lastSeenAt }) => ({
      id,
      isCurrent: id === sessionId,
      signedInBy: method,
      userAgent,
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
    })),
  };
}
