import type { Prisma, Tx } from '@vointi/db/client.ts';
import { grantOf } from '@vointi/shared/access/grant.ts';
import { memberRoles } from '@vointi/shared/access/permissions.ts';
import type { Language } from '@vointi/shared/text/text.ts';
import type { UserRow } from '@vointi/shared/user/contract.ts';
import { type MemberFacts, stateOf, userCan } from '@vointi/shared/user/rules.ts';
import { AppError } from '../../platform/app-error.ts';
import type { ApiRequest } from '../../platform/serve.ts';
import { refSelect, toRef } from '../department/public.ts';

/** Who manages, and which municipality: of a person nothing else is seen or changed. */
export type MunicipalityRequest = Pick<ApiRequest, 'actor' | 'at' | 'requestId'> & {
  slug: string;
  municipalityId: string;
};

const userSelect = (municipalityId: string) =>
  ({
    id: true,
    displayName: true,
    email: true,
    contactEmail: true,
    language: true,
    passwordHash: true,
    issuer: true,
    removedAt: true,
    lastSignInAt: true,
    version: true,
    _count: { select: { memberships: { where: { municipalityId: { not: municipalityId } } } } },
    memberships: {
      where: { municipalityId },
      select: { role: true, disabledAt: true, source: true, department: { select: { ...refSelect, order: true } } },
    },
    links: {
      where: { kind: 'invitation', endedAt: null },
      orderBy: { createdAt: 'desc' },
      take: 1,
      select: { expiresAt: true },
    },
  }) satisfies Prisma.UserSelect;
type Stored = Prisma.UserGetPayload<{ select: ReturnType<typeof userSelect> }>;

type StoredMember = Pick<Stored, 'passwordHash' | 'issuer' | 'removedAt'> & {
  memberships: Pick<Stored['memberships'][number], 'role' | 'disabledAt'>[];
};
export const memberFactsOf = ({ passwordHash, issuer, removedAt, memberships }: StoredMember): MemberFacts => ({
  isRemoved: removedAt !== null,
  hasPassword: passwordHash !== null,
  isExternal: issuer !== null,
  memberships: memberships.map(({ role, disabledAt }) => ({ role, isDisabled: disabledAt !== null })),
});

function toRow(stored: Stored, { actor, slug }: MunicipalityRequest): UserRow {
  const member = memberFactsOf(stored);
  const state = stateOf(member);
  const { isExternal } = member;
  const isHere = state !== 'removed';
  const isShared = isHere && stored._count.memberships > 0;
  return {
    id: stored.id,
    displayName: stored.displayName,
    // A removed person keeps only their name here, and that only until they belong nowhere.
    email: isHere ? (stored.email ?? stored.contactEmail) : null,
    language: stored.language as Language,
    state,
    isExternal,
    isShared,
    roles: stored.memberships
      .toSorted(
        (a, b) =>
          memberRoles.indexOf(b.role) - memberRoles.indexOf(a.role) ||
          (a.department?.order ?? 0) - (b.department?.order ?? 0),
      )
      .map(({ role, department, source }) => ({
        role,
        department: department && toRef(department),
        isMapped: source === 'identity_provider',
      })),
    // Hidden for a person who also belongs to another municipality: the sign-in may be work for that one.
    lastSignInAt: isHere && !isShared ? (stored.lastSignInAt?.toISOString() ?? null) : null,
    invitedUntil: (isHere && stored.links[0]?.expiresAt.toISOString()) || null,
    version: stored.version,
    can: userCan({
      state,
      isExternal,
      isSelf: actor.kind === 'user' && actor.userId === stored.id,
      mayManage: grantOf(actor, 'user:manage', slug) !== null,
    }),
  };
}

export async function readRows(tx: Tx, request: MunicipalityRequest, ids: readonly string[]): Promise<UserRow[]> {
  const stored = await tx.user.findMany({
    where: { id: { in: [...ids] } },
    select: userSelect(request.municipalityId),
  });
  const byId = new Map(stored.map((one) => [one.id, toRow(one, request)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** @throws AppError not_found when they have no role in this municipality */
export async function readMember(tx: Tx, request: MunicipalityRequest, id: string): Promise<UserRow> {
  const [row] = await readRows(tx, request, [id]);
  if (!row || row.state === 'removed') throw new AppError('not_found');
  return row;
}
