import * as oidc from 'openid-client';
import type { IdentityProviderSettings } from './settings.ts';
import { providerFailureOf, ProviderFailure } from './identity-provider-failure.ts';

/** What the browser's way to the provider and back is bound to. */
export type Flow = { state: string; nonce: string; codeVerifier: string };

/** Whom the provider proved, and what it says of them. */
export type Identity = { issuer: string; subject: string; idToken: string; claims: Record<string, unknown> };

export type IdentityProvider = {
  settings: IdentityProviderSettings;
  /** Where the browser goes, and what it must come back with. @throws ProviderFailure */
  begin: () => Promise<Flow & { continueAt: string }>;
  /**
   * Changes the answer that the browser came back with for a proved identity.
   * @param wanted claims that are asked for separately when the ID token lacks one
   * @throws ProviderFailure
   */
  finish: (query: string, flow: Flow, wanted: readonly string[]) => Promise<Identity>;
  /** Where the browser signs out of the provider too; null when it has no such place or cannot be asked. */
  signOutAt: (idToken: string | null) => Promise<string | null>;
};

type Options = {
  baseUrl: () => string;
  isDemo: boolean;
  /** How long one answer of the provider is waited for. */
  timeoutMs?: number;
};

/** How long what the provider says of itself is taken as true; its keys are fetched anew when an unknown one turns up. */
const keepMs = 3_600_000;
/** Longer, and the hint would not fit in an address everywhere; without it the provider asks whom to sign out. */
const longestHint = 4000;

/** A person's page at the provider is opened by the browser; everything else here is asked directly, never in a transaction. */
export function createIdentityProvider(settings: IdentityProviderSettings, options: Options): IdentityProvider {
  const configuration = keep(() => discover(settings, options));
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
    finish: async (query, flow, wanted) => {
      const config = await configuration();
      const cameBackTo = returnAt();
      cameBackTo.search = query;
      try {
        return await exchange(config, cameBackTo, flow, wanted);
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
        // Signing out here must not wait for, or fail with, somebody else.
        return null;
      }
    },
  };
}

async function exchange(
  config: oidc.Configuration,
  cameBackTo: URL,
  flow: Flow,
  wanted: readonly string[],
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
  const lacks = wanted.some((claim) => !Object.hasOwn(own, claim));
  const more =
    lacks && config.serverMetadata().userinfo_endpoint !== undefined
      ? await oidc.fetchUserInfo(config, tokens.access_token, own.sub)
      : {};
  // What is signed wins over what is only told.
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
        // The keys of the provider prove its token even where somebody sits between it and us.
        execute: [oidc.enableNonRepudiationChecks, ...(isInsecure ? [oidc.allowInsecureRequests] : [])],
      },
    );
    // The library lets one address of Entra ID speak for every organisation in the world: anybody at all could come in.
    if (new URL(config.serverMetadata().issuer).href !== server.href)
      throw new ProviderFailure('unavailable', 'issuer');
    return config;
  } catch (error) {
    // Whatever is wrong with what it says of itself, nobody can sign in with it now, and it is not the person's fault.
    throw new ProviderFailure('unavailable', providerFailureOf(error).reason);
  }
}

/** Asks once for many, keeps the answer, and goes on with the former one when a new one cannot be had. */
function keep(ask: () => Promise<oidc.Configuration>): () => Promise<oidc.Configuration> {
  let kept: oidc.Configuration | undefined;
  let keptUntil = 0;
  let asking: Promise<oidc.Configuration> | undefined;
  return async () => {
    if (kept && performance.now() < keptUntil) return kept;
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    try {
      kept = await asking;
      keptUntil = performance.now() + keepMs;
      return kept;
    } catch (error) {
      if (kept) return kept;
      throw error;
    }
  };
}
