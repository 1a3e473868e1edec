import type { PairingState, OwnDisplay, screenApi, ScreenScenes } from '@vointi/shared/display/contract.ts';
import type { Board, planApi } from '@vointi/shared/plan/contract.ts';
import type { MeasureDetail } from '@vointi/shared/measure/contract.ts';
import { read, send } from '../../lib/call.ts';

/** A request that the network has swallowed must not be waited for: the next one may come through. */
const patience = () => AbortSignal.timeout(20_000);

export const getOwn = (): Promise<OwnDisplay> => read<typeof screenApi.get>('/api/v1/display', {}, patience());

export const createPairing = (): Promise<PairingState> =>
  send<typeof screenApi.createPairing>('/api/v1/display/pairing', 'POST', { body: {} }, patience());

export const claimPairing = (): Promise<PairingState> =>
  send<typeof screenApi.claim>('/api/v1/display/pairing/claim', 'POST', { body: {} }, patience());

export const getBoard = (slug: string, year: number): Promise<Board> =>
  read<typeof planApi.board>(
    '/api/v1/municipalities/:slug/plans/:year/board',
    { params: { slug, year: String(year) }, query: {} },
    patience(),
  );

export const getScenes = (slug: string, year: number): Promise<ScreenScenes> =>
  read<typeof screenApi.scenes>(
    '/api/v1/municipalities/:slug/plans/:year/screen',
    { params: { slug, year: String(year) } },
    patience(),
  );

export const getMeasure = (slug: string, year: number, id: string): Promise<MeasureDetail> =>
  read<typeof screenApi.measure>(
    '/api/v1/municipalities/:slug/plans/:year/screen/measures/:id',
    { params: { slug, year: String(year), id } },
    patience(),
  );
