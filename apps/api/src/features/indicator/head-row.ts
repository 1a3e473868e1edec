import type { Tx } from '@vointi/db/client.ts';
import { IndicatorHead } from '@vointi/shared/indicator/contract.ts';
import { AppError } from '../../platform/app-error.ts';
import type { MunicipalityRequest } from '../../platform/municipality-request.ts';
import { queryJson } from '../../platform/sql.ts';
import { headPairs } from './row.ts';

/** @throws AppError not_found, also for an indicator of another municipality */
export async function readHeadRow(tx: Tx, { municipalityId }: Pick<MunicipalityRequest, 'municipalityId'>, id: string) {
  const head = await queryJson(
    tx,
    IndicatorHead,
    `select json_build_object(${headPairs})::text as json from "Indicator" i
     where i.id = $1::uuid and i."municipalityId" = $2::uuid`,
    id,
    municipalityId,
  );
  if (!head) throw new AppError('not_found');
  return head;
}
