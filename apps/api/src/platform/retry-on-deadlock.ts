import { AppError } from './app-error.ts';

/** Another write changed a row since this transaction read it; the transaction rolls back and `mutate` retries it. */
export class ConcurrentWriteError extends Error {}

/** PostgreSQL aborted the transaction to resolve a deadlock. */
const isDeadlock = (error: unknown): boolean =>
  error instanceof Error &&
  JSON.stringify((error as { meta?: unknown }).meta ?? null).includes('"TransactionWriteConflict"');

const maxTries = 5;

/**
 * Runs the transaction again when a deadlock or a concurrent write rolled it back.
 * @throws AppError unavailable when every try fails so: the client may send the request again
 */
export async function retryOnDeadlock<T>(transaction: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (!isDeadlock(error) && !(error instanceof ConcurrentWriteError)) throw error;
      if (tries === maxTries) throw new AppError('unavailable', undefined, { retryAfter: 1 });
    }
  }
}
