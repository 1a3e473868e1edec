/** The municipality's identity provider, as the environment describes it. */
export type IdentityProviderSettings = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** The text of its button. */
  name: string;
  /** The municipality whose people sign in through it. */
  municipality: string;
  scope: string;
};

export type Settings = {
  /** Where people reach the product; undefined for the address it listens on. */
  publicUrl: string | undefined;
  /** The same, or the address it listens on: the beginning of links in mails. */
  baseUrl: () => string;
  isDemo: boolean;
  /** Signs one-time links: anybody who knows it can make them. */
  linkSecret: string;
  /** Undefined when no mail goes out; a demo shows mails in its mailbox instead. */
  smtpUrl: string | undefined;
  mailFrom: string;
  identityProvider: IdentityProviderSettings | undefined;
};
