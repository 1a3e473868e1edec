import * as z from 'zod';
import { Done } from '../http/body-contract.ts';
import { memberRoles } from '../access/permissions.ts';
import { route } from '../http/route.ts';
import { DepartmentRef } from '../plan/contract.ts';
import { slug } from '../text/contract.ts';
import { line, version } from '../text/fields.ts';
import { createIdentityMapping, deleteIdentityMapping, listIdentityMappings } from './endpoints.ts';
import { maxClaim, maxClaimValue, maxMappings } from './limits.ts';

/** Whoever has this value in this claim gets this role. No mapping that fits: no access. */
export const Mapping = z.object({
  id: z.uuid(),
  claim: z.string(),
  value: z.string(),
  role: z.enum(memberRoles),
  department: DepartmentRef.nullable(),
  version,
});
export type Mapping = z.output<typeof Mapping>;

const at = z.object({ slug });
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
    summary: 'The map from the identity provider’s claims to roles',
    description: 'Whether an identity provider is in use here, and which value of which claim gives which role.',
    params: at,
    response: z.object({
      provider: z.object({ name: z.string(), issuer: z.string() }).nullable(),
      mappings: z.array(Mapping).max(maxMappings),
    }),
  }),
  create: route(createIdentityMapping, {
    can: 'identity:manage',
    tag: 'identity',
    summary: 'Add to the map',
    description: 'Holds from each person’s next sign-in.',
    params: at,
    body: fields,
    response: Mapping,
  }),
  delete: route(deleteIdentityMapping, {
    can: 'identity:manage',
    tag: 'identity',
    summary: 'Take from the map',
    description: 'Ends the sessions of those who have a role by it; the role is gone at once.',
    params: at.extend({ id: z.uuid() }),
    response: Done,
  }),
};
