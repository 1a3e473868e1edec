import type { Messages } from './messages.ts';

/**
 * Locale files that load together: those of public pages and those of pages that need an account, each in parts, so that
 * a page loads only what its features show. The key of a file is its name in camel case.
 */
export const bundles = {
  public: {
    everyPage: ['app', 'measure', 'municipality', 'plan', 'problem', 'ui'],
    /** Pages of what the board names: the board does without. */
    details: ['department', 'finding', 'goal', 'measurePage', 'term'],
    figures: ['indicator', 'indicatorPage'],
    /** What a board shows after its first view, or seldom. */
    boardExtras: ['asOf', 'legend'],
    /** The only messages of the meeting-room screen. */
    screen: ['display', 'finding', 'indicator', 'measure'],
    site: ['site'],
  },
  signedIn: {
    everyPage: [
      'account',
      'admin',
      'decision',
      'form',
      'indicator',
      'mailbox',
      'reason',
      'reporting',
      'round',
      'session',
      'user',
    ],
    administration: ['audit', 'departmentManage', 'displayManage', 'identity', 'settings'],
    figures: ['findingManage', 'grid', 'importReason', 'indicatorManage'],
  },
} as const satisfies Record<string, Record<string, readonly (keyof Messages)[]>>;
