import type { Me } from '@vointi/shared/session/contract.ts';

let owner: Me | null = null;

/** Whose page this is, from the first time it is known until the page is loaded anew: also when the session has ended. */
export const pageOwner = (): Me | null => owner;

export const setPageOwner = (me: Me | null) => {
  // Somebody else's sign-in loads the page anew; what goes out until then is still of whose page it was.
  if (me && (owner === null || owner.id === me.id)) owner = me;
};
