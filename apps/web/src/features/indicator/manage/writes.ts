import type { Call, Result } from '@vointi/shared/http/route.ts';
import type { IndicatorHead } from '@vointi/shared/indicator/contract.ts';
import type { indicatorManageApi } from '@vointi/shared/indicator/manage-contract.ts';
import { read, send } from '../../../lib/call.ts';

const base = '/api/v1/municipalities/:slug/indicators' as const;

type Api = typeof indicatorManageApi;
type Body<K extends keyof Api> = Call<Api[K]> extends { body: infer B } ? B : never;
export type IndicatorBody = Body<'create'>;
type Versioned = Pick<IndicatorHead, 'id' | 'version'>;

export const create = (slug: string, body: IndicatorBody): Promise<IndicatorHead> =>
  send<Api['create']>(base, 'POST', { params: { slug }, body });

export const update = (slug: string, id: string, body: Body<'update'>): Promise<IndicatorHead> =>
  send<Api['update']>(`${base}/:id`, 'PATCH', { params: { slug, id }, body });

export const remove = (slug: string, { id, version }: Versioned) =>
  send<Api['delete']>(`${base}/:id/delete`, 'POST', { params: { slug, id }, body: { version } });

export const saveTargets = (slug: string, { id, version }: Versioned, targets: Body<'updateTargets'>['targets']) =>
  send<Api['updateTargets']>(`${base}/:id/targets`, 'PUT', { params: { slug, id }, body: { version, targets } });

export const saveBreaks = (slug: string, { id, version }: Versioned, breaks: Body<'updateBreaks'>['breaks']) =>
  send<Api['updateBreaks']>(`${base}/:id/breaks`, 'PUT', { params: { slug, id }, body: { version, breaks } });

type Links = Pick<Body<'updateLinks'>, 'measures' | 'goals'>;

export const saveLinks = (slug: string, year: string, { id, version }: Versioned, links: Links) =>
  send<Api['updateLinks']>('/api/v1/municipalities/:slug/plans/:year/indicators/:id/links', 'PUT', {
    params: { slug, year, id },
    body: { version, ...links },
  });

export const readSets = (slug: string, signal: AbortSignal): Promise<Result<Api['listSets']>> =>
  read<Api['listSets']>('/api/v1/municipalities/:slug/indicator-sets', { params: { slug } }, signal);
