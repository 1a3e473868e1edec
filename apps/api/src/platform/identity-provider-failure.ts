import * as oidc from 'openid-client';

/**
 * `unavailable`: the provider does not answer, or answers wrongly, so the person can do nothing.
 * `refused`: this sign-in is not valid.
 */
export type FailureKind = 'unavailable' | 'refused';

/** Carries a reason as a code and nothing that the provider sent, as its errors hold tokens and names. */
export class ProviderFailure extends Error {
  readonly kind: FailureKind;
  readonly reason: string;

  constructor(kind: FailureKind, reason: string) {
    super(`identity provider: ${kind}: ${reason}`);
    this.kind = kind;
    this.reason = reason;
  }
}

/** Whether an error or its cause is a timeout, also one in the middle of a body. */
function isLate(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (error instanceof DOMException && ['TimeoutError', 'AbortError'].includes(error.name)) || isLate(error.cause);
}

const statusOf = (cause: unknown): number | undefined => (cause instanceof Response ? cause.status : undefined);

/** Maps errors of the library and of the network to the two kinds. */
export function providerFailureOf(error: unknown): ProviderFailure {
  if (error instanceof ProviderFailure) return error;
  if (isLate(error)) return new ProviderFailure('unavailable', 'timeout');
  if (error instanceof oidc.AuthorizationResponseError) {
    return new ProviderFailure('refused', error.error === 'access_denied' ? 'access_denied' : 'provider_error');
  }
  if (error instanceof oidc.ResponseBodyError) {
    if (error.status >= 500) return new ProviderFailure('unavailable', 'provider_error');
    // The installation's secret is wrong or has expired, so the person can do nothing.
    if (error.error === 'invalid_client') return new ProviderFailure('unavailable', 'client_refused');
    return new ProviderFailure('refused', error.error === 'invalid_grant' ? 'code_refused' : 'provider_error');
  }
  if (error instanceof oidc.WWWAuthenticateChallengeError) {
    return new ProviderFailure(error.status === 401 ? 'unavailable' : 'refused', 'client_refused');
  }
  if (error instanceof oidc.ClientError) return failureOfClient(error);
  // `fetch` throws this when a connection fails or breaks.
  if (error instanceof TypeError) return new ProviderFailure('unavailable', 'network');
  return new ProviderFailure('refused', 'answer');
}

function failureOfClient({ code, cause }: oidc.ClientError): ProviderFailure {
  const status = statusOf(cause);
  if (status !== undefined && (status >= 500 || status < 400))
    return new ProviderFailure('unavailable', 'provider_error');
  switch (code) {
    case 'OAUTH_JWT_CLAIM_COMPARISON_FAILED':
      return new ProviderFailure('refused', 'token_claim');
    case 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED':
      return new ProviderFailure('refused', 'token_time');
    case 'OAUTH_KEY_SELECTION_FAILED':
      return new ProviderFailure('refused', 'token_key');
    case 'OAUTH_UNSUPPORTED_OPERATION':
      return new ProviderFailure('refused', 'unsupported');
    default:
      return new ProviderFailure('refused', 'answer');
  }
}
