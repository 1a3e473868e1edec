import type { Actor } from '@vointi/shared/access/grant.ts';
import { needsDepartment } from '@vointi/shared/access/permissions.ts';

type Department = { id: string; kind: string };

/**
 * Whether it has to be said from whom an answer is: partners and collectives have no account of their own, and whoever
 * answers for a department without a role in it has it from somebody there.
 */
export const needsOnBehalfOf = (actor: Actor, { id, kind }: Department): boolean =>
  kind === 'partner' ||
  kind === 'collective' ||
  actor.kind !== 'user' ||
  !actor.memberships.some(({ role, departmentId }) => departmentId === id && needsDepartment(role));
