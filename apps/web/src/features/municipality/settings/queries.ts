import { queryOptions } from '@tanstack/react-query';
import type { Call } from '@vointi/shared/http/route.ts';
import type { Settings, settingsApi } from '@vointi/shared/municipality/settings-contract.ts';
import { read, send } from '../../../lib/call.ts';

const base = '/api/v1/municipalities/:slug' as const;

export const settingsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['settings', slug],
    queryFn: ({ signal }) => read<typeof settingsApi.get>(`${base}/settings`, { params: { slug } }, signal),
  });

export const updateSettings = (slug: string, body: Call<typeof settingsApi.update>['body']): Promise<Settings> =>
  send<typeof settingsApi.update>(`${base}/settings`, 'PATCH', { params: { slug }, body });

export const updateLogo = (slug: string, body: Call<typeof settingsApi.updateLogo>['body']): Promise<Settings> =>
  send<typeof settingsApi.updateLogo>(`${base}/logo`, 'PUT', { params: { slug }, body });
