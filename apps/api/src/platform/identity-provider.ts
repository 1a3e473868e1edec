import * as oidc from 'openid-client';
import type { IdentityProviderSettings } from './settings.ts';
import { providerFailureOf, ProviderFailure } from './identity-provider-failure.ts';

/** The values that bind the browser's way to the provider and back. */
export type Flow = { state: string; nonce: string; codeVerifier: string };

/** The person whom the provider proved, with their claims. */
export type Identity = { issuer: string; subject: string; idToken: string; claims: Record<string, unknown> };

export type IdentityProvider = {
  settings: IdentityProviderSettings;
  /** Where the browser goes, and the values that it must return with. @throws ProviderFailure */
  begin: () => Promise<Flow & { continueAt: string }>;
  /**
   * Changes the answer that the browser came back with for a proved identity.
   * @param claims fetched separately when the ID token lacks one of them
   * @throws ProviderFailure
   */
  finish: (query: string, flow: Flow, claims: readonly string[]) => Promise<Identity>;
  /** Where the browser signs out of the provider too; null when the provider has no such address or does not answer. */
  signOutAt: (idToken: string | null) => Promise<string | null>;
};

type Options = {
  baseUrl: () => string;
  isDemo: boolean;
  /** The longest wait for one answer of the provider. */
  timeoutMs?: number;
};

/** How long the provider's configuration is cached; its keys are fetched again when an unknown one turns up. */
const maxAgeMs = 3_600_000;
/** A longer hint does not fit in an address everywhere; without it the provider asks whom to sign out. */
const longestHint = 4000;

/** The browser opens only the person's page at the provider; the rest are direct requests, never in a transaction. */
export function createIdentityProvider(settings: IdentityProviderSettings, options: Options): IdentityProvider {
  const configuration = cached(() => discover(settings, options));
  const returnAt = () => new URL('/sign-in/return', options.baseUrl());
  return {
    settings,
    begin: async () => {
      const config = await configuration();
      const flow: Flow = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        codeVerifier: oidc.randomPKCECodeVerifier(),
      };
      const continueAt = oidc.buildAuthorizationUrl(config, {
        redirect_uri: returnAt().href,
        scope: settings.scope,
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(flow.codeVerifier),
        code_challenge_method: 'S256',
      });
      return { ...flow, continueAt: continueAt.href };
    },
    finish: async (query, flow, claims) => {
      const config = await configuration();
      const cameBackTo = returnAt();
      cameBackTo.search = query;
      try {
        return await exchange(config, cameBackTo, flow, claims);
      } catch (error) {
        throw providerFailureOf(error);
      }
    },
    signOutAt: async (idToken) => {
      try {
        const config = await configuration();
        if (config.serverMetadata().end_session_endpoint === undefined) return null;
        return oidc.buildEndSessionUrl(config, {
          ...(idToken !== null && idToken.length <= longestHint && { id_token_hint: idToken }),
          post_logout_redirect_uri: new URL('/', options.baseUrl()).href,
        }).href;
      } catch {
        // Signing out here must not fail because the provider does.
        return null;
      }
    },
  };
}

async function exchange(
  config: oidc.Configuration,
  cameBackTo: URL,
  flow: Flow,
  claims: readonly string[],
): Promise<Identity> {
  const tokens = await oidc.authorizationCodeGrant(config, cameBackTo, {
    expectedState: flow.state,
    expectedNonce: flow.nonce,
    pkceCodeVerifier: flow.codeVerifier,
    idTokenExpected: true,
  });
  const own = tokens.claims();
  if (!own || !tokens.id_token) throw new ProviderFailure('refused', 'no_id_token');
  // OpenID Connect Core, 2: at most 255 characters of ASCII.
  if (!/^[\x21-\x7e]{1,255}$/.test(own.sub)) throw new ProviderFailure('refused', 'subject');
  const lacks = claims.some((claim) => !Object.hasOwn(own, claim));
  const more =
    lacks && config.serverMetadata().userinfo_endpoint !== undefined
      ? await oidc.fetchUserInfo(config, tokens.access_token, own.sub)
      : {};
  // Signed claims win over claims of the userinfo endpoint.
  return { issuer: own.iss, subject: own.sub, idToken: tokens.id_token, claims: { ...more, ...own } };
}

const isLoopback = ({ hostname }: URL) => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);

async function discover(
  { issuer, clientId, clientSecret }: IdentityProviderSettings,
  { isDemo, timeoutMs = 5000 }: Options,
): Promise<oidc.Configuration> {
  const server = new URL(issuer);
  const isInsecure = server.protocol === 'http:' && isLoopback(server) && isDemo;
  const basic = oidc.ClientSecretBasic(clientSecret);
  const post = oidc.ClientSecretPost(clientSecret);
  try {
    const config = await oidc.discovery(
      server,
      clientId,
      undefined,
      (as, client, body, headers) => {
        const methods = as.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
        const usesPost = methods.includes('client_secret_post') && !methods.includes('client_secret_basic');
        return (usesPost ? post : basic)(as, client, body, headers);
      },
      {
        timeout: timeoutMs / 1000,
        // The token's signature is checked too, in case somebody sits between the provider and this server.
        execute: [oidc.enableNonRepudiationChecks, ...(isInsecure ? [oidc.allowInsecureRequests] : [])],
      },
    );
    // The library accepts Entra ID's common issuer, through which accounts of every organisation could sign in.
    if (new URL(config.serverMetadata().issuer).href !== server.href)
      throw new ProviderFailure('unavailable', 'issuer');
    return config;
  } catch (error) {
    // With a broken configuration nobody can sign in, and the person can do nothing about it.
    throw new ProviderFailure('unavailable', providerFailureOf(error).reason);
  }
}

/** Shares one request, caches its answer, and continues with the former answer when a new request fails. */
function cached(ask: () => Promise<oidc.Configuration>): () => Promise<oidc.Configuration> {
  let configuration: oidc.Configuration | undefined;
  let freshUntil = 0;
  let asking: Promise<oidc.Configuration> | undefined;
  return async () => {
    if (configuration && performance.now() < freshUntil) return configuration;
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    try {
      configuration = await asking;
      freshUntil = performance.now() + maxAgeMs;
      return configuration;
    } catch (error) {
      if (configuration) return configuration;
      throw error;
    }
  };
}
