import type { Actor } from '@vointi/shared/access/grant.ts';
import { needsDepartment } from '@vointi/shared/access/permissions.ts';

type Department = { id: string; kind: string };

/**
 * Whether an answer has to name its source: partners and collectives have no account, and a person without a role in
 * the department got the answer from somebody there.
 */
export const needsOnBehalfOf = (actor: Actor, { id, kind }: Department): boolean =>
  kind === 'partner' ||
  kind === 'collective' ||
  actor.kind !== 'user' ||
  !actor.memberships.some(({ role, departmentId }) => departmentId === id && needsDepartment(role));
