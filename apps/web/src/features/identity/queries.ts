import { queryOptions } from '@tanstack/react-query';
import type { Mapping } from '@vointi/shared/identity/contract.ts';
import type { BodyOf } from '@vointi/shared/http/contracts.ts';
import {
  createIdentityMapping,
  deleteIdentityMapping,
  listIdentityMappings,
} from '@vointi/shared/identity/endpoints.ts';
import { call } from '../../lib/call.ts';

export const identityQuery = (slug: string) =>
  queryOptions({
    queryKey: ['identity', slug],
    queryFn: ({ signal }) => call(listIdentityMappings, { params: { slug } }, signal),
  });

export const createMapping = (slug: string, body: BodyOf<typeof createIdentityMapping>): Promise<Mapping> =>
  call(createIdentityMapping, { params: { slug }, body });

export const deleteMapping = (slug: string, { id }: Mapping) => call(deleteIdentityMapping, { params: { slug, id } });
