import type { Me } from '@vointi/shared/session/contract.ts';

let owner: Me | null = null;

/** The person whose page this is, from the first known session until the page reloads, also after the session ends. */
export const pageOwner = (): Me | null => owner;

export const setPageOwner = (me: Me | null) => {
  // Another person's sign-in reloads the page; requests until then still belong to the first person.
  if (me && (owner === null || owner.id === me.id)) owner = me;
};
