/** First parts of addresses that are the product's own, now or in its plans: no municipality can be called so. */
export const reservedSlugs: readonly string[] = [
  'about',
  'accessibility',
  'account',
  'admin',
  'api',
  'assets',
  'display',
  'forgot-password',
  'healthz',
  'link',
  'mailbox',
  'metrics',
  'readyz',
  'reporting',
  'rounds',
  'sign-in',
];
