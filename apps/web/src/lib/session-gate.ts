/** Brings a session that has ended back, if the person will: true when the action may be tried again. */
export type Renew = (kind: 'read' | 'write') => Promise<boolean>;

let renew: Renew | undefined;

/** `lib` knows no feature: whoever can ask for a password says so here. */
export const setRenewer = (given: Renew | undefined) => {
  renew = given;
};

/** Whether it is worth trying again; at once false where nobody was signed in. */
export const renewed: Renew = async (kind) => (await renew?.(kind)) ?? false;

let owner: (() => string | undefined) | undefined;

export const setOwner = (given: (() => string | undefined) | undefined) => {
  owner = given;
};

/** Whose page this is, where it is somebody's: also when their session has ended. */
export const pageOwnerId = (): string | undefined => owner?.();
