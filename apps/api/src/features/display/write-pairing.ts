import { createHmac, randomInt } from 'node:crypto';
import { codeMinutes, newCode } from '@vointi/shared/display/code.ts';
import type { PairingState } from '@vointi/shared/display/contract.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import { limit, limits, networkOf } from '../../platform/limit.ts';
import type { ApiRequest } from '../../platform/serve.ts';
import { cookieOf, hashOf, newToken, setCookie } from '../../platform/session.ts';

type PairingRequest = Pick<ApiRequest, 'at' | 'request' | 'reply'>;

const minuteMs = 60_000;
/** The cookie outlives the code, so that a code confirmed at the last moment finds its screen. */
const pendingCookieMs = 2 * codeMinutes * minuteMs;
/** The longest time that browsers keep a cookie; each visit renews it. */
const pairedCookieMs = 400 * 24 * 60 * minuteMs;

/** Limits the table: nobody starts more screens within ten minutes. */
const maxPending = 1000;

export function renewCookie({ settings: { publicUrl } }: Context, { request, reply }: Omit<PairingRequest, 'at'>) {
  const token = cookieOf(request, { publicUrl, kind: 'screen' });
  if (token) setCookie(reply, token, { publicUrl, kind: 'screen', maxAgeMs: pairedCookieMs });
}

/** The network from which a screen asked for its code, as a keyed hash: the address itself is not stored. */
export const networkKeyOf = ({ settings }: Context, address: string): string =>
  createHmac('sha256', settings.linkSecret)
    .update(JSON.stringify(['pairing', networkOf(address)]))
    .digest('base64url');

/** The state that the screen's cookie stands for. */
async function stateOf(context: Context, { at, request }: PairingRequest): Promise<PairingState> {
  const { db, settings } = context;
  const token = cookieOf(request, { publicUrl: settings.publicUrl, kind: 'screen' });
  if (!token) return { state: 'none' };
  const tokenHash = hashOf(token);
  const isPaired = (await db.display.count({ where: { tokenHash, revokedAt: null } })) > 0;
  if (isPaired) return { state: 'paired' };
  const pending = await db.displayPairing.findUnique({ where: { tokenHash, expiresAt: { gt: at } } });
  return pending ? toPending(pending, at) : { state: 'none' };
}

const toPending = ({ code, expiresAt }: { code: string; expiresAt: Date }, at: Date): PairingState => ({
  state: 'pending',
  code,
  expiresAt: expiresAt.toISOString(),
  now: at.toISOString(),
});

/**
 * Creates a code for a screen without a room. The browser gets the screen's token now, in a cookie that no script reads,
 * so that nothing secret has to be sent once the code is confirmed.
 */
export async function createPairing(context: Context, pairingRequest: PairingRequest): Promise<PairingState> {
  const { db, settings } = context;
  const { at, request, reply } = pairingRequest;
  const before = await stateOf(context, pairingRequest);
  if (before.state !== 'none') return before;
  await limit(context, limits.pairingAddress, { address: request.ip });
  await db.displayPairing.deleteMany({ where: { expiresAt: { lte: at } } });
  if ((await db.displayPairing.count()) >= maxPending) {
    throw new AppError('too_many_requests', undefined, { retryAfter: 60 });
  }
  const token = newToken();
  const pairing = await db.displayPairing.create({
    data: {
      code: newCode((below) => randomInt(below)),
      tokenHash: hashOf(token),
      network: networkKeyOf(context, request.ip),
      createdAt: at,
      expiresAt: new Date(at.getTime() + codeMinutes * minuteMs),
    },
  });
  setCookie(reply, token, { publicUrl: settings.publicUrl, kind: 'screen', maxAgeMs: pendingCookieMs });
  return toPending(pairing, at);
}

export async function claimPairing(context: Context, pairingRequest: PairingRequest): Promise<PairingState> {
  const state = await stateOf(context, pairingRequest);
  if (state.state === 'paired') renewCookie(context, pairingRequest);
  return state;
}
