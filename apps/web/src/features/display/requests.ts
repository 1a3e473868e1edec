import type { PairingState, OwnDisplay, ScreenScenes } from '@vointi/shared/display/contract.ts';
import type { Board } from '@vointi/shared/plan/contract.ts';
import type { MeasureDetail } from '@vointi/shared/measure/contract.ts';
import * as endpoints from '@vointi/shared/display/endpoints.ts';
import { getBoard as boardEndpoint } from '@vointi/shared/plan/endpoints.ts';
import { call } from '../../lib/call.ts';

/** Ends a request that the network lost, so that the next one can run. */
const patience = () => AbortSignal.timeout(20_000);

export const getOwn = (): Promise<OwnDisplay> => call(endpoints.getOwnDisplay, {}, patience());

export const createPairing = (): Promise<PairingState> => call(endpoints.createPairing, {}, patience());

export const claimPairing = (): Promise<PairingState> => call(endpoints.claimPairing, {}, patience());

export const getBoard = (slug: string, year: number): Promise<Board> =>
  call(boardEndpoint, { params: { slug, year: String(year) }, query: {} }, patience());

export const getScenes = (slug: string, year: number): Promise<ScreenScenes> =>
  call(endpoints.getScreenScenes, { params: { slug, year: String(year) } }, patience());

export const getMeasure = (slug: string, year: number, id: string): Promise<MeasureDetail> =>
  call(endpoints.getScreenMeasure, { params: { slug, year: String(year), id } }, patience());
