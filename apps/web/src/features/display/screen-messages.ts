import screen from 'messages:public/screen';
import type { Language } from '../../lib/language.ts';
import type { Messages } from '../../locales/messages.ts';

/** The messages of the screen in one language, fetched when a room has it. */
export const loadScreenMessages = async (language: Language): Promise<Partial<Messages>> =>
  (await screen[language]()).default;
