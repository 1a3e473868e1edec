/** The municipality's identity provider, as the environment describes it. */
export type IdentityProviderSettings = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What its button is called. */
  name: string;
  /** The municipality whose people it knows. */
  municipality: string;
  scope: string;
};

export type Settings = {
  /** Where people reach the product; undefined: at the address it listens on. */
  publicUrl: string | undefined;
  /** The same, or where the product listens: what links in mails begin with. */
  baseUrl: () => string;
  isDemo: boolean;
  /** Makes one-time links: whoever knows it can make them. */
  linkSecret: string;
  /** Undefined: no mail goes out; a demo shows it in its mailbox instead. */
  smtpUrl: string | undefined;
  mailFrom: string;
  identityProvider: IdentityProviderSettings | undefined;
};
