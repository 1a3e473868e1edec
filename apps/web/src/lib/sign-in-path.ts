import { stringifySearch } from './search.ts';

/** Where to sign in, and come back from. */
export const signInPath = (to?: string) => `/sign-in${stringifySearch({ to: to === '/' ? undefined : to })}`;
