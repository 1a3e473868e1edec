import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

const hstsSeconds = 31_536_000;
const isHttpsAddress = (publicUrl: string | undefined) => publicUrl?.startsWith('https:') ?? false;

/** The same for a request that is refused before any hook runs: its address could not be read. */
export const headersOfUnreadable = (publicUrl: string | undefined): Record<string, string> => ({
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  ...(isHttpsAddress(publicUrl) && { 'strict-transport-security': `max-age=${hstsSeconds}` }),
});

/**
 * Headers of every answer (OWASP ASVS 5.0, 3.4): nothing may be loaded but our own files, nobody may frame us.
 * HSTS only where the product is reached by https: on a plain local address it would lock the browser out.
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
