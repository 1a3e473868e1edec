import type { Input, Result } from '@vointi/shared/http/route.ts';
import type { sessionApi } from '@vointi/shared/session/contract.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import { ProviderFailure } from '../../platform/identity-provider-failure.ts';
import { limit, limits, uncount } from '../../platform/limit.ts';
import type { ApiRequest } from '../../platform/serve.ts';
import { clearCookie, cookieOf, newToken, setCookie } from '../../platform/session.ts';
import { beginSession } from '../session/public.ts';
import { profileClaims } from './claims.ts';
import { getMappedClaims } from './read.ts';
import { createFlow, flowMs, takeFlow } from './write-flow.ts';
import { recordFailure } from './write-failure.ts';
import { applyIdentity, assertStillIn } from './write-person.ts';

/** The installation's provider with its municipality. @throws AppError not_found without one */
async function providerOf(context: Context) {
  const { identityProvider } = context;
  const mapped = identityProvider && (await getMappedClaims(context, identityProvider.settings.municipality));
  if (!mapped) throw new AppError('not_found');
  return { identityProvider, ...mapped };
}

/** Sends the browser to the provider. @throws AppError not_found, too_many_requests, unavailable */
export async function startProvider(
  context: Context,
  { body, at, request, reply, requestId }: Input<typeof sessionApi.startProvider> & ApiRequest,
): Promise<Result<typeof sessionApi.startProvider>> {
  const { identityProvider, municipalityId } = await providerOf(context);
  const { publicUrl } = context.settings;
  await limit(context, limits.providerBegun, { address: request.ip });
  try {
    const { continueAt, ...flow } = await identityProvider.begin();
    const browser = newToken();
    await createFlow(context, at, browser, { ...flow, returnTo: body.returnTo });
    setCookie(reply, browser, { publicUrl, kind: 'flow', maxAgeMs: flowMs });
    return { continueAt };
  } catch (error) {
    throw await refusalOf(context, error, { at, requestId, municipalityId, request });
  }
}

/**
 * Signs in the person whom the provider proved, if the map gives them a role.
 * @throws AppError not_found, too_many_requests, identity_refused, no_access, unavailable
 */
export async function finishProvider(
  context: Context,
  { body, ...apiRequest }: Input<typeof sessionApi.finishProvider> & ApiRequest,
): Promise<Result<typeof sessionApi.finishProvider>> {
  const { at, request, reply, requestId } = apiRequest;
  const { identityProvider, municipalityId, claims } = await providerOf(context);
  const failing = { at, requestId, municipalityId, request };
  const cookie = { publicUrl: context.settings.publicUrl, kind: 'flow' } as const;
  const browser = cookieOf(request, cookie);
  const address = { address: request.ip };
  await limit(context, limits.providerAddress, address);
  clearCookie(reply, cookie);
  try {
    const flow = browser === undefined ? undefined : await takeFlow(context, at, browser);
    if (!flow) throw new ProviderFailure('refused', 'no_flow');
    const identity = await identityProvider.finish(body.query, flow, [...claims, ...profileClaims]);
    const { userId, refusal } = await applyIdentity(context, { at, requestId, municipalityId, identity });
    if (refusal !== undefined) {
      await recordFailure(context, { ...failing, reason: refusal, userId });
      throw new AppError('no_access');
    }
    const newSession = { userId, method: 'identity_provider', idToken: identity.idToken } as const;
    const session = await beginSession(context, apiRequest, newSession, (tx) =>
      assertStillIn(tx, userId, municipalityId),
    );
    await uncount(context, limits.providerAddress, address);
    return { returnTo: flow.returnTo, session };
  } catch (error) {
    throw await refusalOf(context, error, failing);
  }
}

type Failing = { at: Date; requestId: string; municipalityId: string; request: ApiRequest['request'] };

/** Logs and audits the reason as a code, and returns the error for the caller. Repeats nothing that the provider sent. */
async function refusalOf(context: Context, error: unknown, { request, ...failing }: Failing): Promise<unknown> {
  if (!(error instanceof ProviderFailure)) return error;
  const { kind, reason } = error;
  request.log.warn({ reason }, `identity provider: ${kind}`);
  await recordFailure(context, { ...failing, reason });
  return new AppError(kind === 'unavailable' ? 'unavailable' : 'identity_refused');
}
