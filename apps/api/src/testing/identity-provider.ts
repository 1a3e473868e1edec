import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import { Provider } from 'oidc-provider';
import type { IdentityProviderSettings } from '../platform/settings.ts';

/** A person whom the provider knows; the other keys are their claims: name, email, groups… */
export type Account = { sub: string; [claim: string]: unknown };

export type TestProvider = {
  /** The product's settings for this provider. */
  settings: IdentityProviderSettings;
  /** The same settings as environment variables. */
  env: Record<string, string>;
  /** Its page signs in as this person from now on; there is nothing to fill in. */
  signInAs: (account: Account) => void;
  close: () => Promise<void>;
};

type Options = {
  /** The product's address, the only one that the provider sends browsers back to. May be set later. */
  product: () => string;
  account: Account;
  municipality?: string;
  name?: string;
  /** Whether claims come from the userinfo endpoint only, or in the ID token, as with Entra ID and Keycloak. */
  claimsIn?: 'userinfo' | 'id_token';
  hasSignOut?: boolean;
};

/** A real OpenID provider on a free port of the loopback address, whose page signs in by itself. */
export async function startTestProvider(options: Options): Promise<TestProvider> {
  const { product, municipality = 'kouvola', name = 'Kaupungin tunnus' } = options;
  let account = options.account;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = { id: 'vointi', secret: randomBytes(24).toString('hex') };
  const claims = { openid: ['sub', 'groups'], profile: ['name', 'locale'], email: ['email', 'email_verified'] };

  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [`${issuer}/sign-in/return`],
        post_logout_redirect_uris: [`${issuer}/`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: 'test', alg: 'RS256', use: 'sig' }] },
    cookies: { keys: [randomBytes(24).toString('hex')] },
    claims,
    conformIdTokenClaims: options.claimsIn !== 'id_token',
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 3600, IdToken: 3600, Interaction: 600, Session: 3600 },
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: options.hasSignOut ?? true,
        logoutSource: (ctx, form) => {
          ctx.body = `<!doctype html><title>Sign out</title>${form}<button name="logout" value="yes" form="op.logoutForm">Sign out</button>`;
        },
      },
    },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, accountId) => {
      const { sub, ...rest } = account;
      return sub === accountId ? { accountId, claims: () => ({ ...rest, sub: accountId }) } : undefined;
    },
    loadExistingGrant: async (ctx) => {
      const { client: asking, session } = ctx.oidc;
      if (!asking || !session?.accountId) return undefined;
      const grant = new ctx.oidc.provider.Grant({ clientId: asking.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  });
  const isAt = (path: string) => (address: string) => address === new URL(path, product()).href;
  provider.Client.prototype.redirectUriAllowed = isAt('/sign-in/return');
  provider.Client.prototype.postLogoutRedirectUriAllowed = isAt('/');

  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response);
    const login = { login: { accountId: account.sub } };
    void provider.interactionFinished(request, response, login, { mergeWithLastSubmission: false });
  });

  return {
    settings: {
      issuer,
      clientId: client.id,
      clientSecret: client.secret,
      name,
      municipality,
      scope: 'openid profile email',
    },
    env: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: client.id,
      OIDC_CLIENT_SECRET: client.secret,
      OIDC_MUNICIPALITY: municipality,
      OIDC_NAME: name,
    },
    signInAs: (other) => {
      account = other;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
