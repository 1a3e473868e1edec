import { AppError } from './app-error.ts';

const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

function unstorableIn(value: unknown, path: string): string[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [path];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => unstorableIn(inner, `${path}.${key}`));
}

/**
 * Refuses a NUL and half a surrogate pair, which PostgreSQL cannot store, so that they answer 400 instead of 500.
 * @throws AppError invalid_request
 */
export function assertStorableText(parts: Record<string, unknown>): void {
  const paths = Object.entries(parts).flatMap(([part, value]) => unstorableIn(value, part));
  if (paths.length === 0) return;
  throw new AppError(
    'invalid_request',
    paths.map((path) => ({ path, message: 'a character that cannot be stored' })),
  );
}
