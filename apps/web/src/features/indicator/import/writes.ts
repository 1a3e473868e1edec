import type { ImportPreview } from '@vointi/shared/indicator/import-contract.ts';
import type { BodyOf, ResultOf } from '@vointi/shared/http/contracts.ts';
import { importValues, previewImport } from '@vointi/shared/indicator/endpoints.ts';
import { call } from '../../../lib/call.ts';

export type ImportFile = BodyOf<typeof previewImport>;

export const preview = (slug: string, body: ImportFile): Promise<ImportPreview> =>
  call(previewImport, { params: { slug }, body });

type Decision = { fingerprint: string; skipRefused: boolean };
export const importFile = (
  slug: string,
  file: ImportFile,
  decision: Decision,
): Promise<ResultOf<typeof importValues>> => call(importValues, { params: { slug }, body: { ...file, ...decision } });
