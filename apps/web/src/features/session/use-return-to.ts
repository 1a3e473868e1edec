import { useSearch } from '@tanstack/react-router';
import { safePath } from './return-path.ts';

/** The page that somebody was going to, out of the address; undefined without one of this site. */
export function useReturnTo(from: '/sign-in' | '/sign-in/provider' | '/forgot-password'): string | undefined {
  const { to } = useSearch({ from });
  return safePath(to?.[0]);
}
