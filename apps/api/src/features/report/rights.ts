import { type Actor, grantsOf, grantWithin, reaches } from '@vointi/shared/access/grant.ts';
import type { Permission } from '@vointi/shared/access/permissions.ts';
import type { WriterReach } from '../../platform/round-lock.ts';
import type { ApiRequest } from '../../platform/serve.ts';
import { AppError, refused } from '../../platform/app-error.ts';
import { needsOnBehalfOf } from './on-behalf.ts';
import { lockOfAssignment, type AssignmentInRound } from './assignment-in-round.ts';

/** Who writes, and when. */
export type Writing = Pick<ApiRequest, 'actor' | 'at' | 'requestId'>;

type Department = Pick<AssignmentInRound, 'municipalityId' | 'departmentId'>;

/** Whether a person has a permission for a department. */
export function mayFor(actor: Actor, permission: Permission, { municipalityId, departmentId }: Department): boolean {
  const grant = grantWithin(actor, permission, municipalityId);
  return grant !== null && reaches(grant, departmentId);
}

/** Where a person has a permission, in all their municipalities: for a statement that names no municipality. */
export function reachOf(actor: Actor, permission: Permission): WriterReach {
  const grants = grantsOf(actor, permission);
  return {
    municipalities: grants.flatMap(({ reach, municipalityId }) => (reach === 'all' ? (municipalityId ?? []) : [])),
    departments: grants.flatMap(({ reach, departmentIds }) => (reach === 'own' ? departmentIds : [])),
  };
}

/** Gives one answer for "missing" and "not yours", so that it tells nothing. @throws AppError not_found */
export function assertMay<P extends Department>(
  actor: Actor,
  permission: Permission,
  assignment: P | null | undefined,
): asserts assignment is P {
  if (!assignment || !mayFor(actor, permission, assignment)) throw new AppError('not_found');
}

/** @throws AppError locked, with the reason and since when */
export function assertOpen(assignment: AssignmentInRound, at: Date): void {
  const lock = lockOfAssignment(assignment, at);
  if (!lock.isOpen) throw new AppError('locked', undefined, { current: { lock } });
}

export function assertOnBehalfOf({ actor }: Writing, assignment: AssignmentInRound, onBehalfOf: string | null): void {
  if (onBehalfOf === null && needsOnBehalfOf(actor, { id: assignment.departmentId, kind: assignment.kind })) {
    throw refused('body.onBehalfOf', 'on_behalf_of_needed');
  }
}

/** Whether an answer of this person waits for the approver of the department. */
export const awaitsApproval = ({ actor }: Writing, assignment: AssignmentInRound): boolean =>
  assignment.approvalStep && !mayFor(actor, 'report:approve', assignment);
