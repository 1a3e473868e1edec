import * as z from 'zod';
import { Done, municipalityParams, rowParams } from '../http/common-contract.ts';
import { memberRoles } from '../access/permissions.ts';
import { route } from '../http/route.ts';
import { DepartmentRef } from '../plan/contract.ts';
import { slug } from '../text/contract.ts';
import { line, version } from '../text/fields.ts';
import { createIdentityMapping, deleteIdentityMapping, listIdentityMappings } from './endpoints.ts';
import { maxClaim, maxClaimValue, maxMappings } from './limits.ts';

/** A user with this value in this claim gets the role. A user without a matching mapping gets no access. */
export const Mapping = z.object({
  id: z.uuid(),
  claim: z.string(),
  value: z.string(),
  role: z.enum(memberRoles),
  department: DepartmentRef.nullable(),
  version,
});
export type Mapping = z.output<typeof Mapping>;

const fields = z.strictObject({
  claim: line(maxClaim).regex(/^[\w:/.-]+$/, 'the name of a claim'),
  value: line(maxClaimValue),
  role: z.enum(memberRoles),
  department: slug.nullable(),
});

export const identityApi = {
  list: route(listIdentityMappings, {
    can: 'identity:manage',
    tag: 'identity',
    summary: 'List identity mappings',
    description: 'Returns the identity provider in use, if any, and the role that each value of a claim gives.',
    params: municipalityParams,
    response: z.object({
      provider: z.object({ name: z.string(), issuer: z.string() }).nullable(),
      mappings: z.array(Mapping).max(maxMappings),
    }),
  }),
  create: route(createIdentityMapping, {
    can: 'identity:manage',
    tag: 'identity',
    summary: 'Create an identity mapping',
    description: 'Applies from each user’s next sign-in.',
    params: municipalityParams,
    body: fields,
    response: Mapping,
  }),
  delete: route(deleteIdentityMapping, {
    can: 'identity:manage',
    tag: 'identity',
    summary: 'Delete an identity mapping',
    description: 'Removes the role at once from the users who have it by this mapping, and ends their sessions.',
    params: rowParams,
    response: Done,
  }),
};
