import { type ApiRequest, municipalityOf } from './serve.ts';

/** A request of somebody who manages a municipality; every query of theirs is limited to it. */
export type MunicipalityRequest = Pick<ApiRequest, 'actor' | 'at' | 'requestId'> & {
  slug: string;
  municipalityId: string;
};

/** @throws AppError not_found where nothing of a municipality was granted */
export const municipalityRequestOf = ({
  params,
  grant,
  actor,
  at,
  requestId,
}: ApiRequest & { params: { slug: string } }): MunicipalityRequest => ({
  slug: params.slug,
  municipalityId: municipalityOf(grant),
  actor,
  at,
  requestId,
});
