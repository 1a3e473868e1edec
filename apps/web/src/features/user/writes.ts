import type { Call } from '@vointi/shared/http/route.ts';
import type { userApi, UserRow } from '@vointi/shared/user/contract.ts';
import { send } from '../../lib/call.ts';

const base = '/api/v1/municipalities/:slug/users' as const;

export const invite = (slug: string, body: Call<typeof userApi.invite>['body']): Promise<UserRow> =>
  send<typeof userApi.invite>(base, 'POST', { params: { slug }, body });

export const update = (slug: string, id: string, body: Call<typeof userApi.update>['body']): Promise<UserRow> =>
  send<typeof userApi.update>(`${base}/:id`, 'PATCH', { params: { slug, id }, body });

export const resend = (slug: string, { id }: UserRow): Promise<UserRow> =>
  send<typeof userApi.resend>(`${base}/:id/invitation`, 'POST', { params: { slug, id } });

type Versioned = Pick<UserRow, 'id' | 'version'>;

export const disable = (slug: string, { id, version }: Versioned): Promise<UserRow> =>
  send<typeof userApi.disable>(`${base}/:id/disable`, 'POST', { params: { slug, id }, body: { version } });

export const enable = (slug: string, { id, version }: Versioned): Promise<UserRow> =>
  send<typeof userApi.enable>(`${base}/:id/enable`, 'POST', { params: { slug, id }, body: { version } });

export const remove = (slug: string, { id, version }: Versioned): Promise<UserRow> =>
  send<typeof userApi.remove>(`${base}/:id/remove`, 'POST', { params: { slug, id }, body: { version } });
