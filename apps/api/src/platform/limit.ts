import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible';
import type { Db } from '@vointi/db/client.ts';
import { AppError } from './app-error.ts';
import type { Context } from './context.ts';

/** A fixed window: the number of attempts within the minutes after the first. */
export type Limit = { name: string; times: number; minutes: number };

/** No limit locks anybody out for good: windows expire, and a one-time link by mail works meanwhile. */
export const limits = {
  /** One account from one address, as when a person mistypes. */
  signInHere: { name: 'sign-in-here', times: 5, minutes: 15 },
  /** Many accounts from one address. */
  signInAddress: { name: 'sign-in-address', times: 50, minutes: 15 },
  /** One account from many addresses. */
  signInAccount: { name: 'sign-in-account', times: 100, minutes: 60 },
  /** Whole offices behind one address start signing in at the same time of day. */
  providerBegun: { name: 'provider-begun', times: 300, minutes: 15 },
  providerAddress: { name: 'provider-address', times: 50, minutes: 15 },
  resetAccount: { name: 'reset-account', times: 3, minutes: 60 },
  /** Mails to one address by admins of all municipalities, so that nobody's mailbox is flooded. */
  invitationAccount: { name: 'invitation-account', times: 5, minutes: 60 },
  resetAddress: { name: 'reset-address', times: 20, minutes: 60 },
  linkAddress: { name: 'link-address', times: 50, minutes: 15 },
  /** Codes for screens: every room of a town hall may be started in one morning, behind one address. */
  pairingAddress: { name: 'pairing-address', times: 60, minutes: 15 },
  /** Wrong pairing codes. */
  codeAccount: { name: 'code-account', times: 20, minutes: 15 },
  feedbackAddress: { name: 'feedback-address', times: 10, minutes: 60 },
} as const satisfies Record<string, Limit>;

const counters = new WeakMap<Db, Map<string, RateLimiterPrisma>>();

function counterOf(db: Db, { name, times, minutes }: Limit): RateLimiterPrisma {
  const ofDb = counters.get(db) ?? new Map<string, RateLimiterPrisma>();
  counters.set(db, ofDb);
  const counter =
    ofDb.get(name) ??
    new RateLimiterPrisma({
      storeClient: db,
      tableName: 'rateLimit',
      keyPrefix: name,
      points: times,
      duration: minutes * 60,
      // The daily job deletes expired rows.
      clearExpiredByTimeout: false,
    });
  ofDb.set(name, counter);
  return counter;
}

/** An IPv6 client controls its whole /64 network, so the network is counted as one address. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '').replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : 8 - groups.length - after.length;
  const all = [...groups, ...Array<string>(Math.max(zeros, 0)).fill('0'), ...after];
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

type Of = { account?: string; address?: string };

/** Keyed with the installation's secret, so that stored keys cannot be guessed back to addresses. */
const keyOf = ({ settings }: Context, { account, address }: Of): string =>
  createHmac('sha256', settings.linkSecret)
    .update(JSON.stringify(['limit', account ?? null, address === undefined ? null : networkOf(address)]))
    .digest('hex');

/**
 * Counts one attempt. It runs before the limited work, so that concurrent attempts all count.
 * @param of what the attempt counts for: an account by its mail address or id, a network address, or both
 * @throws AppError too_many_requests with the seconds until the window is over
 */
export async function limit(context: Context, rule: Limit, of: Of): Promise<void> {
  try {
    await counterOf(context.db, rule).consume(keyOf(context, of));
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw tooMany(refusal);
  }
}

/**
 * Refuses as `limit` does and counts nothing, so that an attempt that fails anyway does not use up another counter.
 * Concurrent attempts may all pass here; `limit` counts them.
 */
export async function assertLimit(context: Context, rule: Limit, of: Of): Promise<void> {
  const counted = await counterOf(context.db, rule).get(keyOf(context, of));
  if (counted && counted.remainingPoints <= 0) throw tooMany(counted);
}

const tooMany = ({ msBeforeNext }: RateLimiterRes): AppError =>
  new AppError('too_many_requests', undefined, { retryAfter: Math.max(1, Math.ceil(msBeforeNext / 1000)) });

/** Uncounts one attempt that turned out not to be limited. */
export async function uncount(context: Context, rule: Limit, of: Of): Promise<void> {
  await counterOf(context.db, rule).reward(keyOf(context, of));
}

/** Resets the counter. */
export async function clearLimit(context: Context, rule: Limit, of: Of): Promise<void> {
  await counterOf(context.db, rule).delete(keyOf(context, of));
}
