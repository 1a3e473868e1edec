import { useSearch } from '@tanstack/react-router';
import { safePath } from './return-path.ts';

/** The page to return to, from the address; undefined unless it is on this site. */
export function useReturnTo(from: '/sign-in' | '/sign-in/provider' | '/forgot-password'): string | undefined {
  const { to } = useSearch({ from });
  return safePath(to?.[0]);
}
