import { queryOptions } from '@tanstack/react-query';
import type { DisplayRow } from '@vointi/shared/display/contract.ts';
import type { BodyOf } from '@vointi/shared/http/contracts.ts';
import * as endpoints from '@vointi/shared/display/endpoints.ts';
import { call } from '../../../lib/call.ts';
import { getScenes } from '../requests.ts';

const renewEvery = 10_000;

export const displaysKey = (slug: string) => ['displays', slug];

/** Screens with when each was last seen; refetched while the page is visible. */
export const displaysQuery = (slug: string) =>
  queryOptions({
    queryKey: displaysKey(slug),
    queryFn: ({ signal }) => call(endpoints.listDisplays, { params: { slug } }, signal),
    refetchInterval: renewEvery,
  });

export const displayQuery = (slug: string, id: string) =>
  queryOptions({
    queryKey: [...displaysKey(slug), id],
    queryFn: ({ signal }) => call(endpoints.getDisplay, { params: { slug, id } }, signal),
    refetchInterval: renewEvery / 2,
  });

/** The scenes of a preview besides the board. */
export const scenesQuery = (slug: string, year: number) =>
  queryOptions({ queryKey: ['scenes', slug, year], queryFn: () => getScenes(slug, year) });

export const createDisplay = (slug: string, body: BodyOf<typeof endpoints.createDisplay>): Promise<DisplayRow> =>
  call(endpoints.createDisplay, { params: { slug }, body });

export const updateDisplay = (
  slug: string,
  id: string,
  body: BodyOf<typeof endpoints.updateDisplay>,
): Promise<DisplayRow> => call(endpoints.updateDisplay, { params: { slug, id }, body });

export const deleteDisplay = (slug: string, { id }: DisplayRow) =>
  call(endpoints.deleteDisplay, { params: { slug, id } });

export const sendCommand = (slug: string, id: string, body: BodyOf<typeof endpoints.commandDisplay>) =>
  call(endpoints.commandDisplay, { params: { slug, id }, body });
