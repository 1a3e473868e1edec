import { availableParallelism } from 'node:os';
import { expect, it } from 'vitest';
import { AppError } from './app-error.ts';
import { hashPassword, isPassword } from './password-hash.ts';

it('accepts the right password only, and none without a hash', async () => {
  const made = await hashPassword('syksyn viimeinen lehti');
  expect(await isPassword('syksyn viimeinen lehti', made)).toBe(true);
  expect(await isPassword('syksyn ensimmäinen lehti', made)).toBe(false);
  expect(await isPassword('syksyn viimeinen lehti', null)).toBe(false);
});

it('lets 64 wait, rejects more with a time to retry, and continues', async () => {
  const made = await hashPassword('syksyn viimeinen lehti');
  const taken = Math.min(4, availableParallelism()) + 64;
  const results = await Promise.allSettled(Array.from({ length: taken + 7 }, () => isPassword('jotain muuta', made)));
  const refused = results.flatMap((one) => (one.status === 'rejected' ? [one.reason as AppError] : []));
  expect(refused).toHaveLength(7);
  for (const { code, extra } of refused) expect([code, extra.retryAfter]).toEqual(['too_many_requests', 5]);
  expect(await isPassword('syksyn viimeinen lehti', made)).toBe(true);
});
