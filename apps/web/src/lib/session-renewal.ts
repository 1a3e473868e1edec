/** Asks the person to sign in again after the session has ended. Returns true when the request may be sent again. */
type RenewSession = (kind: 'read' | 'write') => Promise<boolean>;

let renew: RenewSession | undefined;

/** `lib` knows no feature: the session feature, which can ask for a password, registers itself here. */
export const setSessionRenewer = (renewer: RenewSession | undefined) => {
  renew = renewer;
};

/** Returns false at once where nobody was signed in. */
export const renewSession: RenewSession = async (kind) => (await renew?.(kind)) ?? false;

let owner: (() => string | undefined) | undefined;

export const setPageOwner = (ownerOf: (() => string | undefined) | undefined) => {
  owner = ownerOf;
};

/** The id of the person whose page this is, also after their session has ended. */
export const pageOwnerId = (): string | undefined => owner?.();
