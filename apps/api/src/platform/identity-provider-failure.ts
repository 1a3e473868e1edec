import * as oidc from 'openid-client';

/**
 * unavailable: the provider does not answer, or not as it should to us: nothing the person can mend.
 * refused: this sign-in is not good.
 */
export type FailureKind = 'unavailable' | 'refused';

/** Carries a reason in code and nothing of what the provider sent: its errors hold tokens and names. */
export class ProviderFailure extends Error {
  readonly kind: FailureKind;
  readonly reason: string;

  constructor(kind: FailureKind, reason: string) {
    super(`identity provider: ${kind}: ${reason}`);
    this.kind = kind;
    this.reason = reason;
  }
}

/** Whether it, or what caused it, is an answer that took too long: its body may have begun in time. */
function isLate(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (error instanceof DOMException && ['TimeoutError', 'AbortError'].includes(error.name)) || isLate(error.cause);
}

const statusOf = (cause: unknown): number | undefined => (cause instanceof Response ? cause.status : undefined);

/** The library's errors, and those of the network below it, in our two kinds. */
export function providerFailureOf(error: unknown): ProviderFailure {
  if (error instanceof ProviderFailure) return error;
  if (isLate(error)) return new ProviderFailure('unavailable', 'timeout');
  if (error instanceof oidc.AuthorizationResponseError) {
    return new ProviderFailure('refused', error.error === 'access_denied' ? 'access_denied' : 'provider_error');
  }
  if (error instanceof oidc.ResponseBodyError) {
    if (error.status >= 500) return new ProviderFailure('unavailable', 'provider_error');
    // Our own secret is wrong or has expired: the person did nothing.
    if (error.error === 'invalid_client') return new ProviderFailure('unavailable', 'client_refused');
    return new ProviderFailure('refused', error.error === 'invalid_grant' ? 'code_refused' : 'provider_error');
  }
  if (error instanceof oidc.WWWAuthenticateChallengeError) {
    return new ProviderFailure(error.status === 401 ? 'unavailable' : 'refused', 'client_refused');
  }
  if (error instanceof oidc.ClientError) return failureOfClient(error);
  // What fetch throws when there is no connection, or it breaks.
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
