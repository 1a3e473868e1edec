import type { Language } from '../../lib/language.ts';
import type { ScreenMessages } from '../../locales/fi/screen.ts';

const loaders: Record<Language, () => Promise<{ screen: ScreenMessages }>> = {
  fi: () => import('../../locales/fi/screen.ts'),
  sv: () => import('../../locales/sv/screen.ts'),
  en: () => import('../../locales/en/screen.ts'),
};

/** The words of the screen in one language, fetched when a room has it. */
export const loadScreenWords = async (language: Language): Promise<ScreenMessages> =>
  (await loaders[language]()).screen;
