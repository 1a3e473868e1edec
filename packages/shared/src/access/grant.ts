import { granted, type MemberRole, type Permission, permissions, type Reach } from './permissions.ts';

/** A role of a person in a municipality, with a department for roles that need one. */
export type ActorMembership = {
  municipalityId: string;
  slug: string;
  role: MemberRole;
  departmentId: string | null;
};

/** Who makes the request. */
export type Actor =
  | { kind: 'anonymous' }
  | { kind: 'screen'; displayId: string; municipalityId: string; slug: string }
  | { kind: 'user'; userId: string; sessionId: string; memberships: readonly ActorMembership[] };

export const anonymous: Actor = { kind: 'anonymous' };

/** What is granted: the municipality (null: none in particular), the reach, and the departments of `own`. */
export type Grant = { municipalityId: string | null; reach: Reach; departmentIds: readonly string[] };

const wider = (a: Reach | undefined, b: Reach | undefined): Reach | undefined => {
  if (a === 'all' || b === 'all') return 'all';
  return a === 'own' || b === 'own' ? 'own' : (a ?? b);
};

/**
 * Looks up in the table whether somebody has a permission, and how far it reaches.
 * @param slug the municipality concerned; undefined if it is none, or all of one's own
 */
export function grantOf(actor: Actor, permission: Permission, slug?: string): Grant | null {
  const asAnyone = granted.anonymous[permission];
  const open: Grant | null = asAnyone ? { municipalityId: null, reach: asAnyone, departmentIds: [] } : null;
  if (actor.kind === 'anonymous') return open;
  if (actor.kind === 'screen') {
    const reach = granted.screen[permission];
    const isOwn = slug === undefined || slug === actor.slug;
    return reach && isOwn ? { municipalityId: actor.municipalityId, reach, departmentIds: [] } : null;
  }
  const here = actor.memberships.filter((one) => slug === undefined || one.slug === slug);
  const granting = here.filter(({ role }) => granted[role][permission] !== undefined);
  const reach = granting.map(({ role }) => granted[role][permission]).reduce(wider, undefined);
  if (reach === undefined) return open;
  return {
    municipalityId: slug === undefined ? null : (granting[0]?.municipalityId ?? null),
    reach,
    departmentIds: reach === 'own' ? granting.flatMap(({ departmentId }) => departmentId ?? []) : [],
  };
}

/** All permissions in a municipality: the `can` of a response. */
export const allowedIn = (actor: Actor, slug: string): Permission[] =>
  permissions.filter((permission) => grantOf(actor, permission, slug) !== null);

/** The same for each municipality: for pages that show all of one's own. */
export function grantsOf(actor: Actor, permission: Permission): Grant[] {
  if (actor.kind !== 'user') return [];
  const slugs = [...new Set(actor.memberships.map(({ slug }) => slug))];
  return slugs.flatMap((slug) => {
    const grant = grantOf(actor, permission, slug);
    return grant?.municipalityId ? [grant] : [];
  });
}

/** The grant in a municipality by its id, for resources whose address does not name the municipality. */
export const grantWithin = (actor: Actor, permission: Permission, municipalityId: string): Grant | null =>
  grantsOf(actor, permission).find((grant) => grant.municipalityId === municipalityId) ?? null;

/** Whether a grant reaches a department. */
export const reaches = ({ reach, departmentIds }: Grant, departmentId: string): boolean =>
  reach === 'all' || (reach === 'own' && departmentIds.includes(departmentId));
