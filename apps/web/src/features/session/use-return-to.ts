import { useSearch } from '@tanstack/react-router';
import { safePath } from './return-path.ts';

/** The page that somebody was going to, out of the address; undefined without one of this site. */
export function useReturnTo(): string | undefined {
  const { to } = useSearch({ strict: false }) as { to?: readonly string[] };
  return safePath(to?.[0]);
}
