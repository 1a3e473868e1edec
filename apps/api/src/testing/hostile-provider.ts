import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import type { IdentityProviderSettings } from '../platform/settings.ts';

/** What one of its addresses does instead of its normal answer. */
type Fault = 'hang' | 'trickle' | 'hang_up' | 'redirect' | 'garbage' | 'error';
/** How its token is signed: correctly, or by an attacker without the key. */
type Signing = 'key' | 'none' | 'client_secret' | 'public_key' | 'other_key' | 'unknown_key' | 'broken';

export type Misbehaviour = {
  discovery?: Fault;
  token?: Fault | 'invalid_client';
  userinfo?: Fault;
  metadata?: Record<string, unknown>;
  /** Replaces claims of the ID token; undefined removes one. */
  claims?: Record<string, unknown>;
  /** Replaces members of the token endpoint's answer. */
  answer?: Record<string, unknown>;
  about?: Record<string, unknown>;
  signing?: Signing;
};

/** A request of the product. */
type ReceivedRequest = { path: string; authorization: string | undefined; form: URLSearchParams };

export type HostileProvider = {
  requests: ReceivedRequest[];
  settings: IdentityProviderSettings;
  misbehave: (how: Misbehaviour) => void;
  /** The query with which its page sends the browser back. */
  queryFor: (continueAt: string) => URLSearchParams;
  close: () => Promise<void>;
};

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A provider that answers correctly until a test makes it misbehave. Codes carry the nonce, so it stores nothing. */
export async function startHostileProvider(): Promise<HostileProvider> {
  const [own, other] = await Promise.all([
    generateKeyPair('RS256', { extractable: true }),
    generateKeyPair('RS256', { extractable: true }),
  ]);
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clientSecret = 'the secret of the client, long enough for HS256';
  let how: Misbehaviour = {};
  const requests: ReceivedRequest[] = [];

  const metadata = () => ({
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/me`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    authorization_response_iss_parameter_supported: true,
    // It claims to support insecure methods too.
    id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
    ...how.metadata,
  });

  async function idToken(nonce: string): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const good = {
      iss: issuer,
      aud: 'vointi',
      sub: 'eve',
      iat: now,
      exp: now + 300,
      nonce,
      name: 'Eve',
      groups: ['kaikki'],
    };
    const claims = JSON.parse(JSON.stringify({ ...good, ...how.claims })) as Record<string, unknown>;
    const signedBy = (alg: string, key: CryptoKey | Uint8Array, kid = 'own') =>
      new SignJWT(claims).setProtectedHeader({ alg, kid }).sign(key);
    switch (how.signing) {
      case 'none':
        return `${base64({ alg: 'none' })}.${base64(claims)}.`;
      case 'client_secret':
        return signedBy('HS256', new TextEncoder().encode(clientSecret));
      case 'public_key':
        return signedBy('HS256', new TextEncoder().encode(await exportSPKI(own.publicKey)));
      case 'other_key':
        return signedBy('RS256', other.privateKey);
      case 'unknown_key':
        return signedBy('RS256', other.privateKey, 'other');
      case 'broken':
        return 'not.a.token';
      default:
        return signedBy('RS256', own.privateKey);
    }
  }

  const answers: Record<string, (request: IncomingMessage) => Promise<object>> = {
    '/.well-known/openid-configuration': async () => metadata(),
    '/jwks': async () => ({ keys: [{ ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'RS256', use: 'sig' }] }),
    '/me': async () => ({ sub: 'eve', ...how.about }),
    '/token': async (request) => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      const form = new URLSearchParams(body);
      requests.push({ path: '/token', authorization: request.headers.authorization, form });
      const nonce = form.get('code') ?? '';
      return { access_token: 'access', token_type: 'Bearer', id_token: await idToken(nonce), ...how.answer };
    },
  };
  const faults = (): Record<string, Fault | 'invalid_client' | undefined> => ({
    '/.well-known/openid-configuration': how.discovery,
    '/token': how.token,
    '/me': how.userinfo,
  });

  server.on('request', (request, response) => {
    const { pathname } = new URL(request.url ?? '/', issuer);
    const fault = faults()[pathname];
    if (request.method === 'GET') {
      requests.push({ path: pathname, authorization: request.headers.authorization, form: new URLSearchParams() });
    }
    if (fault) return misanswer(fault, request, response);
    void answers[pathname]?.(request).then((value) => {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(value));
    });
  });

  return {
    requests,
    settings: { issuer, clientId: 'vointi', clientSecret, name: 'Eve', municipality: 'kouvola', scope: 'openid' },
    misbehave: (behaviour) => {
      how = behaviour;
    },
    queryFor: (continueAt) => {
      const { searchParams } = new URL(continueAt);
      const [state = '', nonce = ''] = [searchParams.get('state') ?? '', searchParams.get('nonce') ?? ''];
      return new URLSearchParams({ code: nonce, state, iss: issuer });
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function misanswer(fault: Fault | 'invalid_client', request: IncomingMessage, response: ServerResponse): void {
  switch (fault) {
    case 'hang':
      return;
    case 'trickle':
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"a":');
      return;
    case 'hang_up':
      request.socket.destroy();
      return;
    case 'redirect':
      response.writeHead(302, { location: `http://${request.headers.host}/elsewhere` }).end();
      return;
    case 'garbage':
      response.writeHead(200, { 'content-type': 'application/json' }).end('<html>');
      return;
    case 'error':
      response.writeHead(502).end('Bad Gateway');
      return;
    case 'invalid_client':
      response.writeHead(401, { 'content-type': 'application/json' }).end('{"error":"invalid_client"}');
  }
}
