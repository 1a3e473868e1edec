import { createHmac, randomInt } from 'node:crypto';
import { codeMinutes, newCode } from '@vointi/shared/display/code.ts';
import type { PairingState } from '@vointi/shared/display/contract.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import { limit, limits, networkOf } from '../../platform/limit.ts';
import type { ApiRequest } from '../../platform/serve.ts';
import { cookieOf, hashOf, newToken, setCookie } from '../../platform/session.ts';

type Begun = Pick<ApiRequest, 'at' | 'request' | 'reply'>;

const minuteMs = 60_000;
/** The cookie outlives the code, so that a code confirmed at the last moment finds its screen. */
const pendingCookieMs = 2 * codeMinutes * minuteMs;
/** As long as browsers keep a cookie; each visit begins it anew. */
const pairedCookieMs = 400 * 24 * 60 * minuteMs;

/** Nobody fills the table: more screens than this are not started within ten minutes. */
const maxPending = 1000;

export function keepCookie({ settings: { publicUrl } }: Context, { request, reply }: Omit<Begun, 'at'>) {
  const token = cookieOf(request, { publicUrl, kind: 'screen' });
  if (token) setCookie(reply, token, { publicUrl, kind: 'screen', maxAgeMs: pairedCookieMs });
}

/** Where a screen asked for its code, for the ten minutes: an address itself is not kept. */
export const networkKeyOf = ({ settings }: Context, address: string): string =>
  createHmac('sha256', settings.linkSecret)
    .update(JSON.stringify(['pairing', networkOf(address)]))
    .digest('base64url');

/** What the cookie of the screen that asks is worth. */
async function stateOf(context: Context, { at, request }: Begun): Promise<PairingState> {
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
 * A code for a screen without a room. The token that will be its right goes to the browser now, in a cookie that no
 * script reads: once the code is confirmed there is nothing left to send that could be lost or seen.
 */
export async function createPairing(context: Context, begun: Begun): Promise<PairingState> {
  const { db, settings } = context;
  const { at, request, reply } = begun;
  const before = await stateOf(context, begun);
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

export async function claimPairing(context: Context, begun: Begun): Promise<PairingState> {
  const state = await stateOf(context, begun);
  if (state.state === 'paired') keepCookie(context, begun);
  return state;
}
