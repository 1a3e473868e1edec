import { granted, type MemberRole, type Permission, permissions, type Reach } from './permissions.ts';

/** One role of a person in one municipality; the department for those roles that answer for one. */
export type ActorMembership = {
  municipalityId: string;
  slug: string;
  role: MemberRole;
  departmentId: string | null;
};

/** Whoever asks. */
export type Actor =
  | { kind: 'anonymous' }
  | { kind: 'screen'; displayId: string; municipalityId: string; slug: string }
  | { kind: 'user'; userId: string; sessionId: string; memberships: readonly ActorMembership[] };

export const anonymous: Actor = { kind: 'anonymous' };

/** What was granted: in which municipality (null: none in particular), how far, and for `own` to which departments. */
export type Grant = { municipalityId: string | null; reach: Reach; departmentIds: readonly string[] };

const wider = (a: Reach | undefined, b: Reach | undefined): Reach | undefined => {
  if (a === 'all' || b === 'all') return 'all';
  return a === 'own' || b === 'own' ? 'own' : (a ?? b);
};

/**
 * Whether, and how far, somebody may do a thing, from the one table.
 * @param slug the municipality it is about; undefined for what is of no municipality, or of all of one's own
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

/** Everything that somebody may do in a municipality: the `can` of an answer. */
export const allowedIn = (actor: Actor, slug: string): Permission[] =>
  permissions.filter((permission) => grantOf(actor, permission, slug) !== null);

/** The same, municipality by municipality: for what shows all of one's own at once. */
export function grantsOf(actor: Actor, permission: Permission): Grant[] {
  if (actor.kind !== 'user') return [];
  const slugs = [...new Set(actor.memberships.map(({ slug }) => slug))];
  return slugs.flatMap((slug) => {
    const grant = grantOf(actor, permission, slug);
    return grant?.municipalityId ? [grant] : [];
  });
}

/** The grant in one municipality, by its id: for what is found by an id of its own and not by an address that names one. */
export const grantWithin = (actor: Actor, permission: Permission, municipalityId: string): Grant | null =>
  grantsOf(actor, permission).find((grant) => grant.municipalityId === municipalityId) ?? null;

/** Whether a grant reaches a department. */
export const reaches = ({ reach, departmentIds }: Grant, departmentId: string): boolean =>
  reach === 'all' || (reach === 'own' && departmentIds.includes(departmentId));
