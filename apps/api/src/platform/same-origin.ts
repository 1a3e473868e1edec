import type { FastifyRequest } from 'fastify';

/**
 * Whether a write comes from the product's own pages (ASVS 5.0, 3.5), by Sec-Fetch-Site and Origin: each header that is
 * present must agree. A request without both is refused, as a browser always sends one.
 */
export function isSameOrigin(request: FastifyRequest, publicUrl: string | undefined): boolean {
  const { origin, host, 'sec-fetch-site': site } = request.headers;
  if (origin === undefined && site === undefined) return false;
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin === undefined) return true;
  return publicUrl === undefined ? origin === `http://${host}` : origin === publicUrl;
}
