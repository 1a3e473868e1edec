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

  it('has no more than the public in another municipality', () => {
    expect(allowedIn(user(membership(role)), 'esimerkkila')).toEqual(allowedIn(anonymous, 'esimerkkila'));
  });
});

it('lets only an admin manage people, settings and the identity map and read the audit', () => {
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

it('lets an anonymous caller only read public boards and sign in', () => {
  expect(granted.anonymous).toEqual({ 'plan:read': 'public', 'session:open': 'all' });
});

it('lets a screen only read the board of its municipality and sign in', () => {
  expect(allowedIn(screen, 'kouvola')).toEqual(['plan:read', 'session:open', 'display:own']);
  expect(grantOf(screen, 'session:open')).not.toBeNull();
  expect(allowedIn(screen, 'esimerkkila')).toEqual([]);
});

it('counts as own the departments of the roles that grant, in that municipality', () => {
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

it('uses the role with the widest reach', () => {
  expect(grantOf(user(membership('reporter', 'a'), membership('leader')), 'report:read', 'kouvola')).toEqual({
    municipalityId: 'id of kouvola',
    reach: 'all',
    departmentIds: [],
  });
});

it('treats a person without roles as the public', () => {
  expect(allowedIn(user(), 'kouvola')).toEqual(['plan:read', 'session:open']);
});

it('reads all where a person is a leader and their own where they report', () => {
  const actor = user(membership('leader'), membership('reporter', 'c', 'esimerkkila'));
  expect(grantsOf(actor, 'report:read')).toEqual([
    { municipalityId: 'id of kouvola', reach: 'all', departmentIds: [] },
    { municipalityId: 'id of esimerkkila', reach: 'own', departmentIds: ['c'] },
  ]);
  expect(grantsOf(anonymous, 'report:read')).toEqual([]);
});
