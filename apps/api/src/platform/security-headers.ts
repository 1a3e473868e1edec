import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

const hstsSeconds = 31_536_000;
const isHttpsAddress = (publicUrl: string | undefined) => publicUrl?.startsWith('https:') ?? false;

/** The same headers for a request that is refused before any hook runs, as its address cannot be parsed. */
export const headersOfUnreadable = (publicUrl: string | undefined): Record<string, string> => ({
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  ...(isHttpsAddress(publicUrl) && { 'strict-transport-security': `max-age=${hstsSeconds}` }),
});

/**
 * Headers of every answer (OWASP ASVS 5.0, 3.4): pages load only the product's own files and cannot be framed. HSTS only
 * over https, as it would lock the browser out of a local http address.
 */
export async function registerSecurityHeaders(app: FastifyInstance, publicUrl: string | undefined) {
  const isHttps = isHttpsAddress(publicUrl);
  await app.register(helmet, {
    global: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'manifest-src': ["'self'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    strictTransportSecurity: isHttps ? { maxAge: hstsSeconds, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
}
