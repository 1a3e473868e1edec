/** The languages of the interface, Finnish first: it is the one that is always there. */
export const languages = ['fi', 'sv', 'en'] as const;
export type Language = (typeof languages)[number];

/** A text shown to people. Finnish always; the others where somebody has written them. */
export type Text = { fi: string; sv?: string | undefined; en?: string | undefined };

/** The text in the language asked for, else in Finnish, with the language it is really in for the `lang` attribute. */
export function textIn(text: Text, language: Language): { text: string; lang: Language } {
  const own = text[language];
  return own === undefined ? { text: text.fi, lang: 'fi' } : { text: own, lang: language };
}
