import type { Call, Result } from '@vointi/shared/http/route.ts';
import type { ImportPreview, indicatorImportApi } from '@vointi/shared/indicator/import-contract.ts';
import { send } from '../../../lib/call.ts';

const base = '/api/v1/municipalities/:slug/indicator-imports' as const;
type Api = typeof indicatorImportApi;
export type ImportFile = Call<Api['preview']>['body'];

export const preview = (slug: string, body: ImportFile): Promise<ImportPreview> =>
  send<Api['preview']>(`${base}/preview`, 'POST', { params: { slug }, body });

type Decision = { fingerprint: string; skipRefused: boolean };
export const importFile = (slug: string, file: ImportFile, decision: Decision): Promise<Result<Api['import']>> =>
  send<Api['import']>(base, 'POST', { params: { slug }, body: { ...file, ...decision } });
