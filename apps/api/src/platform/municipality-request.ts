import { type ApiRequest, municipalityOf } from './serve.ts';

/** A request about one municipality that the person manages; all its queries are limited to it. */
export type MunicipalityRequest = Pick<ApiRequest, 'actor' | 'at' | 'requestId'> & {
  slug: string;
  municipalityId: string;
};

/** @throws AppError not_found when the grant names no municipality */
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
