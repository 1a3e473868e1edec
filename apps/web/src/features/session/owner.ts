import type { Me } from '@vointi/shared/session/contract.ts';

let owner: Me | null = null;

/** Whose page this is, from the first time it is known until the page is loaded anew: also when the session has ended. */
export const pageOwner = (): Me | null => owner;

export const setPageOwner = (me: Me | null) => {
  if (me) owner = me;
};
