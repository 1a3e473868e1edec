import { queryOptions } from '@tanstack/react-query';
import type { Finding, findingApi } from '@vointi/shared/finding/contract.ts';
import type { Call } from '@vointi/shared/http/route.ts';
import { read, send } from '../../../lib/call.ts';

const base = '/api/v1/municipalities/:slug/plans/:year/findings' as const;
type Api = typeof findingApi;
type Body<K extends keyof Api> = Call<Api[K]> extends { body: infer B } ? B : never;
export type FindingBody = Body<'create'>;
export type At = { slug: string; year: string };

export const proposalsQuery = ({ slug, year }: At) =>
  queryOptions({
    queryKey: ['findings', slug, year, 'proposals'],
    queryFn: ({ signal }) => read<Api['listProposals']>(`${base}/proposals`, { params: { slug, year } }, signal),
  });

export const create = (params: At, body: FindingBody): Promise<Finding> =>
  send<Api['create']>(base, 'POST', { params, body });

export const update = (at: At, id: string, body: Body<'update'>): Promise<Finding> =>
  send<Api['update']>(`${base}/:id`, 'PATCH', { params: { ...at, id }, body });

export const remove = (at: At, { id, version }: Pick<Finding, 'id' | 'version'>) =>
  send<Api['delete']>(`${base}/:id/delete`, 'POST', { params: { ...at, id }, body: { version } });
