import type { FastifyRequest } from 'fastify';

/**
 * Whether a write comes from our own pages (ASVS 5.0, 3.5): the browser says so in Sec-Fetch-Site or Origin, and
 * whichever is there must agree. A caller without either is refused: a page of ours always has one.
 */
export function isSameOrigin(request: FastifyRequest, publicUrl: string | undefined): boolean {
  const { origin, host, 'sec-fetch-site': site } = request.headers;
  if (origin === undefined && site === undefined) return false;
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin === undefined) return true;
  return publicUrl === undefined ? origin === `http://${host}` : origin === publicUrl;
}
