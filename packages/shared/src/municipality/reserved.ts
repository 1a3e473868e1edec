/** First parts of paths that the product uses or will use: a municipality cannot take them as its slug. */
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
