/** Brings a session that has ended back, if the person will: true when the action may be tried again. */
export type Renew = () => Promise<boolean>;

let renew: Renew | undefined;

/** `lib` knows no feature: whoever can ask for a password says so here. */
export const setRenewer = (given: Renew | undefined) => {
  renew = given;
};

/** Whether it is worth trying again; at once false where nobody was signed in. */
export const renewed = async (): Promise<boolean> => (await renew?.()) ?? false;
