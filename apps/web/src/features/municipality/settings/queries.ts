import { queryOptions } from '@tanstack/react-query';
import type { Settings } from '@vointi/shared/municipality/settings-contract.ts';
import type { BodyOf } from '@vointi/shared/http/contracts.ts';
import * as endpoints from '@vointi/shared/municipality/endpoints.ts';
import { call } from '../../../lib/call.ts';

export const settingsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['settings', slug],
    queryFn: ({ signal }) => call(endpoints.getSettings, { params: { slug } }, signal),
  });

export const updateSettings = (slug: string, body: BodyOf<typeof endpoints.updateSettings>): Promise<Settings> =>
  call(endpoints.updateSettings, { params: { slug }, body });

export const updateLogo = (slug: string, body: BodyOf<typeof endpoints.updateLogo>): Promise<Settings> =>
  call(endpoints.updateLogo, { params: { slug }, body });
