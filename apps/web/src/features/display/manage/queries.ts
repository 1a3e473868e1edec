import { queryOptions } from '@tanstack/react-query';
import type { displayApi, DisplayRow } from '@vointi/shared/display/contract.ts';
import type { Call } from '@vointi/shared/http/route.ts';
import { read, send } from '../../../lib/call.ts';
import { getScenes } from '../requests.ts';

const base = '/api/v1/municipalities/:slug/displays' as const;
const renewEvery = 10_000;

export const displaysKey = (slug: string) => ['displays', slug];

/** Rooms, with when each was last seen: asked again while the page is looked at. */
export const displaysQuery = (slug: string) =>
  queryOptions({
    queryKey: displaysKey(slug),
    queryFn: ({ signal }) => read<typeof displayApi.list>(base, { params: { slug } }, signal),
    refetchInterval: renewEvery,
  });

export const displayQuery = (slug: string, id: string) =>
  queryOptions({
    queryKey: [...displaysKey(slug), id],
    queryFn: ({ signal }) => read<typeof displayApi.get>(`${base}/:id`, { params: { slug, id } }, signal),
    refetchInterval: renewEvery / 2,
  });

/** What a preview shows beside the board. */
export const scenesQuery = (slug: string, year: number) =>
  queryOptions({ queryKey: ['scenes', slug, year], queryFn: () => getScenes(slug, year) });

export const createDisplay = (slug: string, body: Call<typeof displayApi.create>['body']): Promise<DisplayRow> =>
  send<typeof displayApi.create>(base, 'POST', { params: { slug }, body });

export const updateDisplay = (
  slug: string,
  id: string,
  body: Call<typeof displayApi.update>['body'],
): Promise<DisplayRow> => send<typeof displayApi.update>(`${base}/:id`, 'PATCH', { params: { slug, id }, body });

export const deleteDisplay = (slug: string, { id }: DisplayRow) =>
  send<typeof displayApi.delete>(`${base}/:id`, 'DELETE', { params: { slug, id } });

export const sendCommand = (slug: string, id: string, body: Call<typeof displayApi.command>['body']) =>
  send<typeof displayApi.command>(`${base}/:id/commands`, 'POST', { params: { slug, id }, body });
