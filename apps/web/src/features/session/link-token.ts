let token: string | undefined;

/** The token of a one-time link stays in the page's memory: not in the address bar, the history or a log. */
export const keepLinkToken = (hash: string) => {
  token = hash.replace(/^#/, '');
};
export const linkToken = () => token;
