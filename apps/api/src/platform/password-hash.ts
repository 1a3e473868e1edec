import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { AppError } from './app-error.ts';

/** Argon2id, the library's default algorithm: 19 MiB, two passes, one lane (OWASP's smallest recommendation). */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Each hash takes 19 MiB and a thread; a flood of sign-ins waits in line instead of taking all of both. */
const atOnce = Math.min(4, availableParallelism());
/** More would be answered after whoever asked has given up, and each keeps a request open meanwhile. */
const maxWaiting = 64;
/** Those who wait are through in a few seconds. */
const retryAfter = 5;
const waiting: (() => void)[] = [];
let running = 0;

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= maxWaiting) throw new AppError('too_many_requests', undefined, { retryAfter });
  if (running >= atOnce) await new Promise<void>((start) => waiting.push(start));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** Never inside a transaction: it takes as long as many queries. @throws AppError too_many_requests */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, parameters));

/** Made with the same parameters from what nobody can type: what is checked where there is no account. */
let nobodys: Promise<string> | undefined;

/**
 * Whether the password is right. Without a hash it is wrong, and finding that out takes as long.
 * @throws AppError too_many_requests when too many wait already
 */
export async function isPassword(password: string, passwordHash: string | null | undefined): Promise<boolean> {
  // Not in turn: a refusal would be kept for good.
  nobodys ??= hash(crypto.randomUUID(), parameters);
  const stored = passwordHash ?? (await nobodys);
  const isRight = await inTurn(() => verify(stored, password).catch(() => false));
  return isRight && passwordHash != null;
}
