import { stringifySearch } from './search.ts';

/** The path of the sign-in page, which leads back to `to`. */
export const signInPath = (to?: string) => `/sign-in${stringifySearch({ to: to === '/' ? undefined : to })}`;
