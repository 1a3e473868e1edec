import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { AppError } from './app-error.ts';

/** Argon2id, the library's default algorithm: 19 MiB, two passes, one lane (OWASP's smallest recommendation). */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Each hash takes 19 MiB and a thread, so many sign-ins at once queue instead of taking all of both. */
const atOnce = Math.min(4, availableParallelism());
/** People would give up before a longer queue answered them, and each waiting request stays open. */
const maxWaiting = 64;
/** A full queue is through in a few seconds. */
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

/** The hash of a value that nobody can type. It is checked when there is no account, so that the time is the same. */
let nobodys: Promise<string> | undefined;

/**
 * Whether the password is right. Without a hash it is wrong, after the same time.
 * @throws AppError too_many_requests when the queue is full
 */
export async function isPassword(password: string, passwordHash: string | null | undefined): Promise<boolean> {
  // This hash bypasses the queue, as a refusal would be cached for good.
  nobodys ??= hash(crypto.randomUUID(), parameters);
  const stored = passwordHash ?? (await nobodys);
  const isRight = await inTurn(() => verify(stored, password).catch(() => false));
  return isRight && passwordHash != null;
}
