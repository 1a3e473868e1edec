import { queryOptions } from '@tanstack/react-query';
import type { Call } from '@vointi/shared/http/route.ts';
import type { identityApi, Mapping } from '@vointi/shared/identity/contract.ts';
import { read, send } from '../../lib/call.ts';

const base = '/api/v1/municipalities/:slug/identity-mappings' as const;

export const identityQuery = (slug: string) =>
  queryOptions({
    queryKey: ['identity', slug],
    queryFn: ({ signal }) => read<typeof identityApi.list>(base, { params: { slug } }, signal),
  });

export const createMapping = (slug: string, body: Call<typeof identityApi.create>['body']): Promise<Mapping> =>
  send<typeof identityApi.create>(base, 'POST', { params: { slug }, body });

export const deleteMapping = (slug: string, { id }: Mapping) =>
  send<typeof identityApi.delete>(`${base}/:id`, 'DELETE', { params: { slug, id } });
