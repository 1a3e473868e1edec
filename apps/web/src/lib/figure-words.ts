import { wordsBeside } from './words-beside.tsx';

/** Of pages that show figures: the board, which everybody opens first, does without them. */
export const { withWords: withFigureWords } = wordsBeside({
  fi: async () => (await import('../locales/fi/figures.ts')).figures,
  sv: async () => (await import('../locales/sv/figures.ts')).figures,
  en: async () => (await import('../locales/en/figures.ts')).figures,
});

/** Of pages on which figures are entered: those who answer in rounds do without them. */
export const { withWords: withFigureStaffWords } = wordsBeside({
  fi: async () => (await import('../locales/fi/figure-staff.ts')).figureStaff,
  sv: async () => (await import('../locales/sv/figure-staff.ts')).figureStaff,
  en: async () => (await import('../locales/en/figure-staff.ts')).figureStaff,
});
