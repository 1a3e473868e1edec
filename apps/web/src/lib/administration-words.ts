import { wordsBeside } from './words-beside.tsx';

/** Beside those of the staff: for the pages on which a municipality is administered. */
export const withAdministrationWords = wordsBeside({
  fi: async () => (await import('../locales/fi/administration.ts')).administration,
  sv: async () => (await import('../locales/sv/administration.ts')).administration,
  en: async () => (await import('../locales/en/administration.ts')).administration,
}).withWords;
