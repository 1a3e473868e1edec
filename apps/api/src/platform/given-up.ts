import { AppError } from './app-error.ts';

/** Whether PostgreSQL gave up a transaction because it and another waited for each other; nothing of it is written. */
const isGivenUp = (error: unknown): boolean =>
  error instanceof Error &&
  JSON.stringify((error as { meta?: unknown }).meta ?? null).includes('"TransactionWriteConflict"');

const mostTries = 5;

/**
 * Does the work anew when PostgreSQL gave it up.
 * @param isWorthTrying what else is no fault of the work
 * @throws AppError unavailable when it was given up or overtaken each time: it is worth sending again
 */
export async function unlessGivenUp<T>(
  work: () => Promise<T>,
  isWorthTrying: (error: unknown) => boolean = () => false,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isGivenUp(error) && !isWorthTrying(error)) throw error;
      if (tries === mostTries) throw new AppError('unavailable', undefined, { retryAfter: 1 });
    }
  }
}
