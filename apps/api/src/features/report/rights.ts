import { type Actor, grantsOf, grantWithin, reaches } from '@vointi/shared/access/grant.ts';
import type { Permission } from '@vointi/shared/access/permissions.ts';
import type { WriterReach } from '../../platform/round-lock.ts';
import type { ApiRequest } from '../../platform/serve.ts';
import { AppError, refused } from '../../platform/app-error.ts';
import { needsOnBehalfOf } from './on-behalf.ts';
import { lockOfPlace, type Place } from './place.ts';

/** Who writes, at which moment. */
export type Writing = Pick<ApiRequest, 'actor' | 'at' | 'requestId'>;

type Department = Pick<Place, 'municipalityId' | 'departmentId'>;

/** Whether somebody may do a thing for a department, by the one table of rights. */
export function mayFor(actor: Actor, permission: Permission, { municipalityId, departmentId }: Department): boolean {
  const grant = grantWithin(actor, permission, municipalityId);
  return grant !== null && reaches(grant, departmentId);
}

/** How far somebody may do a thing, in all their municipalities: for a statement that names no municipality. */
export function reachOf(actor: Actor, permission: Permission): WriterReach {
  const grants = grantsOf(actor, permission);
  return {
    municipalities: grants.flatMap(({ reach, municipalityId }) => (reach === 'all' ? (municipalityId ?? []) : [])),
    departments: grants.flatMap(({ reach, departmentIds }) => (reach === 'own' ? departmentIds : [])),
  };
}

/** What is not there and what is somebody else's are answered alike. @throws AppError not_found */
export function assertMay<P extends Department>(
  actor: Actor,
  permission: Permission,
  place: P | null | undefined,
): asserts place is P {
  if (!place || !mayFor(actor, permission, place)) throw new AppError('not_found');
}

/** @throws AppError locked: with why, and since when */
export function assertOpen(place: Place, at: Date): void {
  const lock = lockOfPlace(place, at);
  if (!lock.isOpen) throw new AppError('locked', undefined, { current: { lock } });
}

export function assertSaysForWhom({ actor }: Writing, place: Place, onBehalfOf: string | null): void {
  if (onBehalfOf === null && needsOnBehalfOf(actor, { id: place.departmentId, kind: place.kind })) {
    throw refused('body.onBehalfOf', 'on_behalf_of_needed');
  }
}

/** Whether what somebody sends waits for the approver of the department. */
export const awaitsApproval = ({ actor }: Writing, place: Place): boolean =>
  place.approvalStep && !mayFor(actor, 'report:approve', place);
