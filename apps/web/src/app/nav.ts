import type { Messages } from '../locales/messages.ts';

type Label = keyof Messages['app']['nav'];
export type NavItem = { path: `/${string}` | ''; label: Label };

/** Pages of one plan, after `/kouvola/2024`. */
export const planNav: readonly NavItem[] = [
  { path: '', label: 'board' },
  { path: '/findings', label: 'findings' },
  { path: '/indicators', label: 'indicators' },
  { path: '/term', label: 'term' },
];

/** Pages of the whole service. */
export const siteNav: readonly NavItem[] = [
  { path: '/', label: 'municipalities' },
  { path: '/about', label: 'about' },
  { path: '/accessibility', label: 'accessibility' },
];
