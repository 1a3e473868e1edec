import { wordsBeside } from './words-beside.tsx';

/** Beside the public words: for pages of those who have an account. */
const staff = wordsBeside({
  fi: async () => (await import('../locales/fi/staff.ts')).staff,
  sv: async () => (await import('../locales/sv/staff.ts')).staff,
  en: async () => (await import('../locales/en/staff.ts')).staff,
});

export const withStaffWords = staff.withWords;
/** A part of a public page that is for those who have an account. */
export const staffPart = staff.part;
