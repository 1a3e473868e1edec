import type { Messages } from './messages.ts';

/**
 * Locale files that are fetched together: those that anybody's pages show and those that only people with an account
 * see, each in parts, so that a page waits for what its features show. The key of a file is its name in camel case.
 */
export const bundles = {
  public: {
    everyPage: [
      'app',
      'department',
      'finding',
      'goal',
      'indicator',
      'measure',
      'measurePage',
      'municipality',
      'plan',
      'problem',
      'term',
      'ui',
    ],
    figures: ['indicatorPage'],
    /** The meeting-room screen loads no others. */
    screen: ['display', 'finding', 'indicator', 'measure'],
    site: ['site'],
  },
  signedIn: {
    everyPage: ['account', 'admin', 'decision', 'form', 'mailbox', 'reason', 'reporting', 'round', 'session', 'user'],
    administration: ['audit', 'departmentManage', 'displayManage', 'identity', 'settings'],
    figures: ['findingManage', 'grid', 'importReason', 'indicatorManage'],
  },
} as const satisfies Record<string, Record<string, readonly (keyof Messages)[]>>;
