/**
 * The languages of the interface, with Finnish, which every text has, first. Another language needs a line here and its
 * locale files. `name` is in the language itself, `at` separates a day from a time and `minutes` hours from minutes;
 * `yes` to `down` are values of indicators in files and grids.
 */
const known = {
  fi: {
    name: 'suomi',
    locale: 'fi-FI',
    at: ' klo ',
    minutes: '.',
    yes: 'kyllä',
    no: 'ei',
    up: 'kasvaa',
    flat: 'ennallaan',
    down: 'laskee',
  },
  sv: {
    name: 'svenska',
    locale: 'sv-FI',
    at: ' kl. ',
    minutes: '.',
    yes: 'ja',
    no: 'nej',
    up: 'ökar',
    flat: 'oförändrad',
    down: 'minskar',
  },
  en: {
    name: 'English',
    locale: 'en-GB',
    at: ' at ',
    minutes: ':',
    yes: 'yes',
    no: 'no',
    up: 'rising',
    flat: 'unchanged',
    down: 'falling',
  },
};

export type Language = keyof typeof known;
type Facts = Record<'name' | 'locale' | 'at' | 'minutes' | 'yes' | 'no' | 'up' | 'flat' | 'down', string>;

export const languages = Object.keys(known) as readonly Language[];
export const languageFacts: Record<Language, Facts> = known;

export const isLanguage = (code: unknown): code is Language => languages.includes(code as Language);

/** Calls `make` for each language. */
export const forEachLanguage = <T>(make: (language: Language) => T): Record<Language, T> =>
  Object.fromEntries(languages.map((language) => [language, make(language)])) as Record<Language, T>;

/** A text shown to people, in Finnish and optionally in other languages. */
export type Text = { fi: string } & { [L in Exclude<Language, 'fi'>]?: string | undefined };

/** The text in each language that it has. */
export const textsOf = (text: Text | null): string[] =>
  text === null ? [] : languages.flatMap((language) => text[language] ?? []);

/** The text in the language, else in Finnish, with its actual language for the `lang` attribute. */
export function textIn(text: Text, language: Language): { text: string; lang: Language } {
  const own = text[language];
  return own === undefined ? { text: text.fi, lang: 'fi' } : { text: own, lang: language };
}
