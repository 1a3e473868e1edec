import { describe, expect, it } from 'vitest';
import { type Actor, type ActorMembership, allowedIn, anonymous, grantOf, grantsOf } from './grant.ts';
import { granted, type MemberRole, memberRoles, permissions } from './permissions.ts';

const membership = (role: MemberRole, departmentId: string | null = null, slug = 'kouvola'): ActorMembership => ({
  municipalityId: `id of ${slug}`,
  slug,
  role,
  departmentId,
});
const user = (...memberships: ActorMembership[]): Actor => ({
  kind: 'user',
  userId: 'u',
  sessionId: 's',
  memberships,
});
const screen: Actor = { kind: 'screen', displayId: 'd', municipalityId: 'id of kouvola', slug: 'kouvola' };

describe.each(memberRoles)('%s', (role) => {
  it.each(permissions)('has %s as the table says', (permission) => {
    const grant = grantOf(user(membership(role, 'dep')), permission, 'kouvola');
    const reach = granted[role][permission];
    expect(grant?.reach).toBe(reach);
    if (reach) expect(grant?.municipalityId).toBe('id of kouvola');
  });

  it('is nobody in particular in another municipality', () => {
    expect(allowedIn(user(membership(role)), 'esimerkkila')).toEqual(allowedIn(anonymous, 'esimerkkila'));
  });
});

it('nobody but an admin manages people, settings, the identity map or reads the audit', () => {
  for (const permission of [
    'user:manage',
    'municipality:manage',
    'identity:manage',
    'audit:read',
    'display:manage',
  ] as const) {
    const having = Object.entries(granted).filter(([, table]) => table[permission] !== undefined);
    expect([permission, having.map(([role]) => role)]).toEqual([permission, ['admin']]);
  }
});

it('an anonymous caller reads public boards, signs in, and does nothing else', () => {
  expect(granted.anonymous).toEqual({ 'plan:read': 'public', 'session:open': 'all' });
});

it('a screen reads the board of its own municipality only, and signing in is open at it', () => {
  expect(allowedIn(screen, 'kouvola')).toEqual(['plan:read', 'session:open', 'display:own']);
  expect(grantOf(screen, 'session:open')).not.toBeNull();
  expect(allowedIn(screen, 'esimerkkila')).toEqual([]);
});

it('own departments are those of the roles that grant, in that municipality', () => {
  const actor = user(
    membership('reporter', 'a'),
    membership('reporter', 'b'),
    membership('approver', 'b2'),
    membership('reporter', 'c', 'esimerkkila'),
  );
  expect(grantOf(actor, 'report:read', 'kouvola')).toEqual({
    municipalityId: 'id of kouvola',
    reach: 'own',
    departmentIds: ['a', 'b', 'b2'],
  });
  expect(grantOf(actor, 'report:read')).toEqual({
    municipalityId: null,
    reach: 'own',
    departmentIds: ['a', 'b', 'b2', 'c'],
  });
});

it('the widest role wins', () => {
  expect(grantOf(user(membership('reporter', 'a'), membership('leader')), 'report:read', 'kouvola')).toEqual({
    municipalityId: 'id of kouvola',
    reach: 'all',
    departmentIds: [],
  });
});

it('somebody whose last role was taken is as anybody', () => {
  expect(allowedIn(user(), 'kouvola')).toEqual(['plan:read', 'session:open']);
});

it('a leader here who reports there reads all here and their own there', () => {
  const actor = user(membership('leader'), membership('reporter', 'c', 'esimerkkila'));
  expect(grantsOf(actor, 'report:read')).toEqual([
    { municipalityId: 'id of kouvola', reach: 'all', departmentIds: [] },
    { municipalityId: 'id of esimerkkila', reach: 'own', departmentIds: ['c'] },
  ]);
  expect(grantsOf(anonymous, 'report:read')).toEqual([]);
});
