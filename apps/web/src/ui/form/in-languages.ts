import type { Text } from '@vointi/shared/text/text.ts';

/** A text as a form has it: a field in each language. */
export type InLanguages = { fi: string; sv: string; en: string };

export const spread = (text: Text | null): InLanguages => ({
  fi: text?.fi ?? '',
  sv: text?.sv ?? '',
  en: text?.en ?? '',
});

export const joined = ({ fi, sv, en }: InLanguages): Text => ({
  fi: fi.trim(),
  ...(sv.trim() && { sv: sv.trim() }),
  ...(en.trim() && { en: en.trim() }),
});

/** Without its Finnish words a text is not there: the others are translations of it. */
export const joinedOrNull = (text: InLanguages): Text | null => (text.fi.trim() === '' ? null : joined(text));
