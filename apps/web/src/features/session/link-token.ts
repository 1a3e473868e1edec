let token: string | undefined;

/** Keeps the token of a one-time link in memory, out of the address bar, the history and logs. */
export const keepLinkToken = (hash: string) => {
  token = hash.replace(/^#/, '');
};
export const linkToken = () => token;
