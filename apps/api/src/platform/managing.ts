import { type Asking, municipalityOf } from './serve.ts';

/** Who manages, and which municipality: what every query of theirs is narrowed to. */
export type Managing = Pick<Asking, 'actor' | 'at' | 'requestId'> & { slug: string; municipalityId: string };

/** @throws AppError not_found where nothing of a municipality was granted */
export const managing = ({ params, grant, actor, at, requestId }: Asking & { params: { slug: string } }): Managing => ({
  slug: params.slug,
  municipalityId: municipalityOf(grant),
  actor,
  at,
  requestId,
});
