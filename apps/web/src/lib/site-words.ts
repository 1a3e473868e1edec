import { wordsBeside } from './words-beside.tsx';

/** Of the pages about the service itself: whoever reads a plan does without them. */
export const withSiteWords = wordsBeside({
  fi: async () => (await import('../locales/fi/site.ts')).siteWords,
  sv: async () => (await import('../locales/sv/site.ts')).siteWords,
  en: async () => (await import('../locales/en/site.ts')).siteWords,
}).withWords;
